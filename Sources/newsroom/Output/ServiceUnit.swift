/// The systemd units (systemd.service(5)) that keep an index up to date.
enum ServiceUnit {
  /// For all users of a host.
  ///
  /// It is a template: the instance names the directory, escaped as `systemd-escape --path` does.
  static var shared: String {
    """
    # newsroom@.service: the index of a directory, kept up to date for every user of this host.
    #
    #   useradd --system newsroom       (the package makes this user)
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
    \(manners)
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

  /// For one user: the library of their newsroom.toml.
  static var own: String {
    """
    # newsroom.service: the index of your own library, kept up to date while you are logged in.
    #
    #   systemctl --user enable --now newsroom.service

    [Unit]
    Description=newsroom: the index of your library
    Documentation=man:newsroom(1) man:newsroom.toml(5)

    [Service]
    ExecStart=\(program) index --watch --quiet
    \(manners)

    [Install]
    WantedBy=default.target

    """
  }

  /// A digest of one user's library, as a mail.
  static var digest: String {
    """
    # newsroom-digest.service: what has come since yesterday, as a mail; newsroom-digest.timer starts it.
    #
    # It needs a sendmail(8), such as msmtp-mta. The mail goes to you, or to the address in
    # ~/.config/newsroom/digest.env:
    #
    #   MAILTO=you@example.org

    [Unit]
    Description=newsroom: a digest of what has come
    Documentation=man:newsroom(1)

    [Service]
    Type=oneshot
    Environment=MAILTO=%u
    EnvironmentFile=-%E/newsroom/digest.env
    ExecStart=\(program) digest --since 24h --to mail --mail-to ${MAILTO} --send
    # 1: nothing has come.
    SuccessExitStatus=1
    Nice=10
    MemoryMax=1G

    """
  }

  /// The mornings on which it is sent.
  static var digestTimer: String {
    """
    # newsroom-digest.timer: a digest every morning, or when the computer is next started.
    #
    #   systemctl --user enable --now newsroom-digest.timer

    [Unit]
    Description=newsroom: a digest every morning
    Documentation=man:newsroom(1)

    [Timer]
    OnCalendar=*-*-* 07:00
    RandomizedDelaySec=5min
    Persistent=yes

    [Install]
    WantedBy=timers.target

    """
  }

  /// What every indexer owes to the others on its host.
  private static let manners = """
    Nice=10
    Restart=on-failure
    RestartSec=10
    MemoryMax=1G
    """

  /// The path of this program.
  private static var program: String {
    CommandLine.arguments.first.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/usr/local/bin/newsroom"
  }
}
