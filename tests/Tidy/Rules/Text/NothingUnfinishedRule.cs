using System.Text.RegularExpressions;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Text;

/// <summary>No mark of unfinished work in what people write: it is finished, refused loudly, or an issue.</summary>
public sealed partial class NothingUnfinishedRule : IRule
{
    // Put together, so that this file keeps its own rule.
    private const string Sample = "TO" + "DO";

    /// <inheritdoc/>
    public string Name => "nothing-unfinished";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("src/A.cs", $"// {Sample}: later\n"),
        ("docs/a.md", "A " + "HA" + "CK.\n"),
        ("src/B.cs", "throw new " + "NotImplemented" + "Exception();\n"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
        [("HACKING.md", "HACKING, " + Sample + "LIST\n"), ("A.g.cs", $"// {Sample}\n")];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from path in repository.Written
        from line in repository.Read(path).Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from Match match in Mark().Matches(line.Text)
        select new Finding(path, match.Value, $"in line {line.Number}");

    [GeneratedRegex(@"\b(TO" + "DO|FIX" + "ME|HA" + @"CK|NotImplemented" + @"Exception)\b")]
    private static partial Regex Mark();
}
