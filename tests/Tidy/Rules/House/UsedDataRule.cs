using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.House;

/// <summary>
/// Every file below data/ is named by code or by a project file, or its folder and extension are; every patch of a
/// model has its model. (The models themselves are all read, by folder: the wire tests make a trip through each
/// operation of each.)
/// </summary>
public sealed class UsedDataRule : IRule
{
    private static readonly string[] Readers = [".cs", ".csproj", ".props", ".sh"];

    /// <inheritdoc/>
    public string Name => "used-data";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        Repository.Of(("data/zones.csv", "a,b"), ("src/A.cs", "Read(\"regions.csv\");")),
        ("models/patches/ec2.json", "{}"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        Repository.Of(("data/zones.csv", "a,b"), ("src/A.cs", "Read(\"zones.csv\");")),
        Repository.Of(("data/zones.csv", "a,b"), ("src/A.csproj", "<Project><X Include=\"data/*.csv\"/></Project>")),
        Repository.Of(("data/README.md", "where it comes from")),
        Repository.Of(("models/patches/ec2.json", "{}"), ("models/aws/ec2.json", "{}")),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository)
    {
        var readers = repository.Paths.Where(path => Readers.Contains(Path.GetExtension(path))).ToList();
        var unread = repository.PathsBelow("data/")
            .Where(path => !path.EndsWith(".md") && !readers.Any(reader => Names(repository.Read(reader), path)))
            .Select(path => new Finding(path, "", "no code and no project file names it"));
        var orphans = repository.PathsBelow("models/patches/", ".json")
            .Where(path => !repository.Has(path.Replace("/patches/", "/aws/")))
            .Select(path => new Finding(path, "", "patches a model that is not there"));
        return unread.Concat(orphans);
    }

    private static bool Names(string text, string path) =>
        text.Contains(Path.GetFileName(path))
        || text.Contains($"{Path.GetDirectoryName(path)}/*{Path.GetExtension(path)}")
        || text.Contains($"{Path.GetDirectoryName(path)}/**");
}
