namespace Orrery.Cli.Stores;

/// <summary>A file that is to be an object.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its bytes.</param>
internal sealed record LocalFile(string Path, string Key, long Size)
{
    /// <summary>The files below a folder, in the order of their keys. Links to folders are not followed.</summary>
    /// <exception cref="CliException">There is no such folder.</exception>
    public static IReadOnlyList<LocalFile> Below(string folder, string prefix)
    {
        if (!Directory.Exists(folder)) throw new CliException($"{folder} is no folder.");
        var root = System.IO.Path.GetFullPath(folder);
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false,
        };
        try
        {
            return
            [
                .. new DirectoryInfo(root).EnumerateFiles("*", options)
                    .Select(file => new LocalFile(file.FullName, prefix + KeyOf(root, file.FullName), file.Length))
                    .OrderBy(static file => file.Key, StringComparer.Ordinal),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{folder} cannot be read: {problem.Message}");
        }
    }

    private static string KeyOf(string root, string path) =>
        System.IO.Path.GetRelativePath(root, path).Replace(System.IO.Path.DirectorySeparatorChar, '/');
}
