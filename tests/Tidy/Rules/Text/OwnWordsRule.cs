using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Text;

/// <summary>The project speaks of AWS and of itself, not of how it came to be written.</summary>
public sealed class OwnWordsRule : IRule
{
    // Put together, so that this file keeps its own rule.
    private static readonly string[] Foreign = ["helper " + "session", "sub" + "agent"];

    /// <inheritdoc/>
    public string Name => "own-words";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
        [("a.md", $"A {Foreign[0].ToUpperInvariant()}."), ("b.cs", $"// {Foreign[1]}s\n")];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good => [("a.md", "A session of the helper class.")];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from path in repository.Written
        from word in Foreign
        where repository.Read(path).Contains(word, StringComparison.OrdinalIgnoreCase)
        select new Finding(path, word, "is no word of the project");
}
