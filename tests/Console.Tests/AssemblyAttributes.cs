using System.Runtime.Versioning;
using Outreach.Testing.Postgres;

// The test cluster runs on Linux and macOS.
[assembly: UnsupportedOSPlatform("windows")]
[assembly: AssemblyFixture(typeof(TestCluster))]
