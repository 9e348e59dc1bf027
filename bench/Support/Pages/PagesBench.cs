namespace OpsCenter.Bench.Pages;

/// <summary>Whether pages stay as fast with a hundred times the jobs, and how many bytes a job takes.</summary>
public static class PagesBench
{
    public static Task<int> RunAsync(string[] args) =>
        SizeComparison.RunAsync(args, PageCases.All, databases => Sizes.PrintAsync(databases.Server, databases.Large));
}
