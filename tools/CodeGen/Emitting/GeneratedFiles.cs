namespace Orrery.CodeGen.Emitting;

/// <summary>The generated files of the whole tree, by path below the repository.</summary>
internal sealed class GeneratedFiles
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Adds a file.</summary>
    public void Add(string path, string text) => _files.Add(path, text);

    /// <summary>Makes the tree so; files that are no longer generated are deleted.</summary>
    public int Write(string root)
    {
        foreach (var path in Existing(root).Except(_files.Keys)) File.Delete(Path.Combine(root, path));
        var changed = 0;
        foreach (var (path, text) in _files)
        {
            var full = Path.Combine(root, path);
            if (File.Exists(full) && File.ReadAllText(full) == text) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            changed++;
        }

        Console.WriteLine($"{_files.Count} files generated, {changed} changed");
        return 0;
    }

    /// <summary>Says where the tree differs; 1 when it does.</summary>
    public int Check(string root)
    {
        var existing = Existing(root).ToHashSet(StringComparer.Ordinal);
        var wrong = existing.Except(_files.Keys).Select(p => "stale: " + p).Concat(
            _files.Where(f => !existing.Contains(f.Key) || File.ReadAllText(Path.Combine(root, f.Key)) != f.Value)
                .Select(f => "differs: " + f.Key)).ToList();
        foreach (var line in wrong.Take(20)) Console.Error.WriteLine(line);
        if (wrong.Count > 0) Console.Error.WriteLine($"{wrong.Count} generated files differ: run ./orrery generate");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Existing(string root)
    {
        string[] folders = ["src/Wire.Generated", "src/Services"];
        return folders.Select(f => Path.Combine(root, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.g.cs", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal));
    }
}
