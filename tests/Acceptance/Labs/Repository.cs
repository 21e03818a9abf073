namespace Orrery.Tests.Acceptance.Labs;

/// <summary>Finds files of the repository from where the tests run.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Skips a long test, saying so, unless ORRERY_ACCEPTANCE=all asks for it.</summary>
    public static void OnlyWhenAsked() => Assert.SkipUnless(
        Environment.GetEnvironmentVariable("ORRERY_ACCEPTANCE") == "all", "Long: ORRERY_ACCEPTANCE=all runs it.");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Orrery.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
