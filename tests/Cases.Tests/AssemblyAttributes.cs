using System.Runtime.Versioning;
using Outreach.Testing.Postgres;

// Files' modes are tried here: these suites run on Linux and macOS.
[assembly: UnsupportedOSPlatform("windows")]
[assembly: AssemblyFixture(typeof(TestCluster))]
