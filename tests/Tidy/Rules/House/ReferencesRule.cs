using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.House;

/// <summary>
/// Who may reference whom. A project sees what its references see, so the rule looks at everything that is reached: an
/// engine reaches Core only, and no service reaches another service.
/// </summary>
public sealed class ReferencesRule : IRule
{
    private static readonly string[] Ground = ["Core"];
    private static readonly string[] State = ["Core", "Kernel"];
    private static readonly string[] Pipeline = ["Core", "Kernel", "Contracts", "Wire"];

    private static readonly string[] Top =
        [.. Pipeline, "Operations", "Authorization", "Wire.Generated", "Engines/", "Services/", "Backends/", "Stores"];

    // Folder below src/ (a trailing slash: each project below it), and what it may reach.
    private static readonly (string Room, string[] Reaches)[] Table =
    [
        ("Core", []),
        ("Engines/", Ground),
        ("Kernel", Ground),
        ("Wire", Ground),
        ("Stores", [.. State, "Contracts"]),
        ("Contracts", State),
        ("Wire.Generated", ["Core", "Wire"]),
        ("Operations", Pipeline),
        ("Authorization", [.. Pipeline, "Operations", "Engines/"]),
        ("Services/", [.. Pipeline, "Operations", "Wire.Generated", "Engines/"]),
        ("Backends/", ["Core", "Kernel", "Contracts"]),
        ("Host", Top),
        ("Cli", [.. Top, "Host"]),
        ("Testing", [.. Top, "Host"]),
    ];

    // What must stay publishable alone names no package.
    private static readonly string[] Bare = ["src/Core/", "src/Kernel/", "src/Engines/", "src/Contracts/"];

    /// <inheritdoc/>
    public string Name => "references";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        Repository.Of(Make("Services/Ec2", "Services/Iam"), Make("Services/Iam")),
        Repository.Of(Make("Engines/Policies", "Kernel"), Make("Kernel", "Core"), Make("Core")),
        Repository.Of(Make("Services/Ec2", "Operations"), Make("Operations", "Services/Iam"), Make("Services/Iam")),
        Make("Attic"),
        ("src/Core/C.csproj", "<Project><PackageReference Include=\"Npgsql\"/></Project>"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        Repository.Of(
            Make("Services/Ec2", "Operations", "Engines/Reachability"),
            Make("Operations", "Wire"),
            Make("Wire", "Core"),
            Make("Engines/Reachability", "Core"),
            Make("Core")),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository)
    {
        var projects = repository.Projects.ToDictionary(project => project.Path);
        foreach (var project in repository.Projects.Where(project => project.Path.StartsWith("src/")))
        {
            var row = Table.FirstOrDefault(row => Fits(row.Room, project.Folder));
            if (row.Room is null) yield return new(project.Path, "", "its room is not in the table of rooms");
            foreach (var reached in Reached(project, projects).Where(_ => row.Room is not null))
            {
                var folder = Path.GetDirectoryName(reached)!;
                if (!row.Reaches.Any(room => Fits(room, folder)))
                    yield return new(project.Path, reached, "must not be reached from here");
            }

            if (project.Packages.Count > 0 && Bare.Any(project.Path.StartsWith))
                yield return new(project.Path, project.Packages[0], "this room names no package");
        }
    }

    private static bool Fits(string room, string folder) =>
        room.EndsWith('/') ? folder.StartsWith("src/" + room) : folder == "src/" + room;

    private static HashSet<string> Reached(Project project, Dictionary<string, Project> projects)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(project.References);
        while (open.TryPop(out var path))
        {
            if (!reached.Add(path) || !projects.TryGetValue(path, out var next)) continue;
            foreach (var reference in next.References) open.Push(reference);
        }

        return reached;
    }

    private static (string Path, string Text) Make(string room, params IEnumerable<string> references) =>
        ($"src/{room}/P.csproj", $"<Project>{string.Concat(references.Select(reference =>
            $"<ProjectReference Include=\"$(OrreryRoot)src/{reference}/P.csproj\"/>"))}</Project>");
}
