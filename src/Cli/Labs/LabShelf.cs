namespace Orrery.Cli.Labs;

/// <summary>
/// Finds the labs: in <c>ORRERY_ROOT</c> (set by the launcher), else in the nearest directory above the current one or
/// above the program that has a <c>labs</c> directory.
/// </summary>
internal static class LabShelf
{
    /// <summary>All labs by number; empty when there are none.</summary>
    public static Lab[] All(Func<string, string?> environment)
    {
        if (Find(environment) is not { } shelf) return [];
        return [.. Directory.EnumerateDirectories(shelf)
            .Select(Read)
            .OfType<Lab>()
            .OrderBy(lab => lab.Number, StringComparer.Ordinal)];
    }

    private static string? Find(Func<string, string?> environment)
    {
        string?[] starts = [environment("ORRERY_ROOT"), Environment.CurrentDirectory, AppContext.BaseDirectory];
        foreach (var start in starts)
            for (var at = string.IsNullOrEmpty(start) ? null : new DirectoryInfo(start); at is not null; at = at.Parent)
            {
                var shelf = Path.Combine(at.FullName, "labs");
                if (Directory.Exists(shelf) && Directory.EnumerateDirectories(shelf).Any(IsLab)) return shelf;
            }
        return null;
    }

    private static bool IsLab(string directory) =>
        char.IsAsciiDigit(Path.GetFileName(directory)[0]) && File.Exists(Path.Combine(directory, "lab.sh"));

    private static Lab? Read(string directory)
    {
        if (!IsLab(directory)) return null;
        var name = Path.GetFileName(directory);
        var page = Path.Combine(directory, "README.md");
        var heading = File.Exists(page)
            ? File.ReadLines(page).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..]
            : null;
        return new(name.Split('-')[0], heading ?? name, directory);
    }
}
