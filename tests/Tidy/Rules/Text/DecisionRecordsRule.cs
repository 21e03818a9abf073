using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Text;

/// <summary>Decision records are numbered without a gap, and each says its status, why, and what follows.</summary>
public sealed class DecisionRecordsRule : IRule
{
    private static readonly string[] Parts = ["Status: ", "\n## Why", "\n## What follows"];

    /// <inheritdoc/>
    public string Name => "decision-records";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("docs/adr/0002-second.md", "Status: accepted\n## Why\n## What follows\n"),
        ("docs/adr/0001-first.md", "We decided.\n"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
        [("docs/adr/0001-first.md", "Status: accepted\n## Why\n## What follows\n")];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository)
    {
        foreach (var (path, index) in repository.PathsBelow("docs/adr/", ".md").Select((path, index) => (path, index)))
        {
            var number = $"{index + 1:0000}-";
            if (!Path.GetFileName(path).StartsWith(number)) yield return new(path, "", "wants number " + number);
            foreach (var part in Parts.Where(part => !repository.Read(path).Contains(part)))
                yield return new(path, part.Trim(), "is missing");
        }
    }
}
