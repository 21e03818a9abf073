using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.House;

/// <summary>Fewer than 60 projects: a build that people wait for is paid every day.</summary>
public sealed class FewProjectsRule : IRule
{
    private const int Limit = 60;

    /// <inheritdoc/>
    public string Name => "few-projects";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad => [Projects(Limit)];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good => [Projects(Limit - 1)];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository)
    {
        if (repository.Projects.Count >= Limit)
            yield return new("Orrery.slnx", "", $"{repository.Projects.Count} projects; fewer than {Limit}");
    }

    private static Repository Projects(int count) =>
        Repository.Of(Enumerable.Range(0, count).Select(number => ($"src/{number}/P.csproj", "<Project/>")));
}
