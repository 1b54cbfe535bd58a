/// A systemd unit (systemd.service(5)) that keeps the index of a directory for all users of a host.
enum ServiceUnit {
  /// A template: the instance is the directory, escaped by `systemd-escape --path`.
  static var text: String {
    """
    # newsroom@.service: the index of a directory, kept up to date for every user of this host.
    #
    #   useradd --system newsroom
    #   systemctl enable --now "newsroom@$(systemd-escape --path /srv/stories).service"
    #   newsroom --index /var/cache/newsroom/srv-stories.sqlite /srv/stories

    [Unit]
    Description=newsroom index of %f
    Documentation=man:newsroom(1)
    RequiresMountsFor=%f

    [Service]
    User=newsroom
    ExecStart=\(program) index --watch --share --quiet --index %C/newsroom/%i.sqlite %f
    CacheDirectory=newsroom
    StateDirectory=newsroom
    Environment=XDG_STATE_HOME=%S/newsroom
    UMask=0022
    Nice=10
    Restart=on-failure
    RestartSec=10
    MemoryMax=1G
    PrivateNetwork=yes
    ProtectSystem=strict
    ProtectHome=read-only
    PrivateDevices=yes
    NoNewPrivileges=yes
    RestrictAddressFamilies=AF_UNIX

    [Install]
    WantedBy=multi-user.target

    """
  }

  /// The path of this program.
  private static var program: String {
    CommandLine.arguments.first.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/usr/local/bin/newsroom"
  }
}
