namespace Orrery.Cli.Stores;

/// <summary>A file that is to be an object.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its bytes.</param>
internal sealed record LocalFile(string Path, string Key, long Size)
{
    private const string Nothing = "Nothing was imported. Move it elsewhere, or name it otherwise, and try again.";

    /// <summary>The files below a folder, in the order of their keys. Links are not followed.</summary>
    /// <exception cref="CliException">There is no such folder, or what is in it cannot be an object.</exception>
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
                .. new DirectoryInfo(root).EnumerateFileSystemInfos("*", options).Where(IsFile)
                    .Select(file => new LocalFile(
                        file.FullName, prefix + KeyOf(root, file.FullName), ((FileInfo)file).Length))
                    .OrderBy(static file => file.Key, StringComparer.Ordinal),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{folder} cannot be read: {problem.Message}");
        }
    }

    private static bool IsFile(FileSystemInfo entry)
    {
        // Keys are UTF-8 (S3 User Guide, "Naming Amazon S3 objects"). Other bytes of a name are read as this letter,
        // and the name that then has it leads nowhere.
        if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && !System.IO.Path.Exists(entry.FullName))
            throw new CliException($"The name of {entry.FullName} is not UTF-8, as keys are.", Nothing);
        if (entry is not FileInfo file) return false;
        if (FileKind.IsOther(file))
            throw new CliException($"{file.FullName} is no file, but a pipe, a socket or a device.", Nothing);
        return true;
    }

    private static string KeyOf(string root, string path) =>
        System.IO.Path.GetRelativePath(root, path).Replace(System.IO.Path.DirectorySeparatorChar, '/');
}
