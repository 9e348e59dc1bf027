#:sdk Microsoft.NET.Sdk.Web
#:project Support/OpsCenter.Bench.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// How long it takes to price every job of a period again. Needs about 1.5 GB of disk for each million jobs, half of it while filling only.
// Run with: dotnet run -c Release bench/Replay.cs [--jobs 1000000] [--rounds 5]

return await OpsCenter.Bench.Replays.ReplayBench.RunAsync(args);
