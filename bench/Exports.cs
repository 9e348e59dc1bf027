#:sdk Microsoft.NET.Sdk.Web
#:project Support/OpsCenter.Bench.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// How fast a list of jobs becomes a file, and whether a long one needs more memory than a short one. Needs about 1.5 GB of disk for each
// million jobs, half of it while filling only.
// Run with: dotnet run -c Release bench/Exports.cs [--jobs 1000000] [--rounds 3]

return await OpsCenter.Bench.Exports.ExportsBench.RunAsync(args);
