using System.Reflection;

namespace Orrery.Tests.Tidy.Support;

/// <summary>The files of the project: read from disk, or made up by a canary.</summary>
public sealed class Repository
{
    private static readonly string[] Skipped = ["artifacts", "bin", "obj", "node_modules", "__pycache__"];
    private static readonly string[] TextEndings =
        [".cs", ".md", ".sh", ".csproj", ".props", ".slnx", ".json", ".txt", ".tf", ".py", ".yml"];

    private readonly Dictionary<string, Lazy<string>> _files;
    private readonly Lazy<IReadOnlyList<SourceFile>> _code;
    private readonly Lazy<IReadOnlyList<Project>> _projects;
    private readonly Lazy<IReadOnlySet<string>> _words;

    private Repository(Dictionary<string, Lazy<string>> files)
    {
        _files = files;
        _code = new(() => [.. Handwritten.Select(path => new SourceFile(path, Read(path)))]);
        _projects = new(() => [.. PathsBelow("", ".csproj").Select(path => Project.Parse(path, Read(path)))]);
        _words = new(() => Words.Of(
            PathsBelow("", ".cs").Concat(PathsBelow("models/")).Concat(PathsBelow("BannedSymbols.txt")).Select(Read)));
    }

    /// <summary>The repository that these tests were built from.</summary>
    public static Repository OnDisk { get; } = Load(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "OrreryRoot").Value!);

    /// <summary>Every path, relative to the root, in order.</summary>
    public IEnumerable<string> Paths => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The C# files that people write.</summary>
    public IReadOnlyList<SourceFile> Code => _code.Value;

    /// <summary>The project files.</summary>
    public IReadOnlyList<Project> Projects => _projects.Value;

    /// <summary>Every identifier-like word of the C# files (generated ones too), the models and the bans.</summary>
    public IReadOnlySet<string> CodeWords => _words.Value;

    /// <summary>The texts that people write: neither generated code nor models nor data.</summary>
    public IEnumerable<string> Written => Paths.Where(path =>
        (TextEndings.Contains(Path.GetExtension(path)) || !Path.GetFileName(path).Contains('.'))
        && !path.EndsWith(".g.cs") && !path.StartsWith("models/") && !path.StartsWith("data/"));

    private IEnumerable<string> Handwritten => PathsBelow("", ".cs").Where(path => !path.EndsWith(".g.cs"));

    /// <summary>A repository of these files.</summary>
    public static Repository Of(params IEnumerable<(string Path, string Text)> files) =>
        new(files.ToDictionary(file => file.Path, file => new Lazy<string>(file.Text)));

    /// <summary>A repository of one file.</summary>
    public static implicit operator Repository((string Path, string Text) file) => Of(file);

    /// <summary>The text of a file.</summary>
    public string Read(string path) => _files[path].Value;

    /// <summary>Whether there is such a file, or a folder with files in it.</summary>
    public bool Has(string path) =>
        _files.ContainsKey(path) || _files.Keys.Any(file => file.StartsWith(path.TrimEnd('/') + "/"));

    /// <summary>The files below a folder whose names end so.</summary>
    public IEnumerable<string> PathsBelow(string folder, string ending = "") =>
        Paths.Where(path => path.StartsWith(folder) && path.EndsWith(ending));

    private static Repository Load(string root) => new(Walk(root, root).ToDictionary(
        path => Path.GetRelativePath(root, path),
        path => new Lazy<string>(() => File.ReadAllText(path))));

    private static IEnumerable<string> Walk(string root, string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => IsOurs(Path.GetFileName(inner)))
            .SelectMany(inner => Walk(root, inner)))
            .Where(path => Path.GetRelativePath(root, path) != ".git");

    private static bool IsOurs(string folder) =>
        !Skipped.Contains(folder) && (!folder.StartsWith('.') || folder == ".ci");
}
