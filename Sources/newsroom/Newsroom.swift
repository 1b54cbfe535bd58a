internal import ArgumentParser
@main struct Newsroom: ParsableCommand {}
