namespace Orrery.CodeGen.Models;

/// <summary>Finds the repository that the tool runs in.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution file.</summary>
    public static string Find()
    {
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Orrery.slnx"))) return at.FullName;
        }

        throw new InvalidOperationException("Run it within the repository.");
    }
}
