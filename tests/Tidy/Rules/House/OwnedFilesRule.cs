using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.House;

/// <summary>
/// Every C# file belongs to a project, and every project to the solution: nothing lies about unbuilt.
/// </summary>
public sealed class OwnedFilesRule : IRule
{
    private const string Solution = "Orrery.slnx";

    /// <inheritdoc/>
    public string Name => "owned-files";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        Repository.Of((Solution, "<Solution/>"), ("src/A/A.csproj", "<Project/>"), ("src/A/A.cs", "class A;")),
        Repository.Of((Solution, "<Solution/>"), ("src/Loose.cs", "class Loose;")),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        Repository.Of(
            (Solution, "<Solution><Project Path=\"src/A/A.csproj\"/></Solution>"),
            ("src/A/A.csproj", "<Project/>"),
            ("src/A/Deep/B.cs", "class B;")),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository)
    {
        var solution = repository.Read(Solution);
        var loose = repository.PathsBelow("", ".cs")
            .Where(path => !repository.Projects.Any(project => path.StartsWith(project.Folder + "/")))
            .Select(path => new Finding(path, "", "belongs to no project"));
        var unlisted = repository.Projects
            .Where(project => !solution.Contains($"\"{project.Path}\""))
            .Select(project => new Finding(project.Path, "", "is not in " + Solution));
        return loose.Concat(unlisted);
    }
}
