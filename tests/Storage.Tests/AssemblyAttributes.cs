using System.Runtime.Versioning;

// Files' modes and flock are tried here: these suites run on Linux and macOS.
[assembly: UnsupportedOSPlatform("windows")]
