using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>
/// A warning is switched off only with a reason on the same line, and the bans on real time and chance (RS0030) only in
/// the room that may use them.
/// </summary>
public sealed class SuppressionRule : IRule
{
    private const string ClockRoom = "src/Kernel/Time/";

    /// <inheritdoc/>
    public string Name => "suppression";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("src/Core/A.cs", "#pragma warning disable CA1000\nclass A;"),
        ("src/Core/B.cs", "#pragma warning disable RS0030 // a good reason\nclass B;"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        ("src/Core/A.cs", "#pragma warning disable CA1000 // a good reason\n#pragma warning restore CA1000\n"),
        ("src/Kernel/Time/B.cs", "#pragma warning disable RS0030 // the machine's clock\nclass B;"),
        ("tests/C.cs", "#pragma warning disable RS0030 // not a room of the program\nclass C;"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from file in repository.Code
        from trivia in file.Root.DescendantTrivia()
        let pragma = trivia.GetStructure() as PragmaWarningDirectiveTriviaSyntax
        where pragma?.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) == true
        let text = file.Lines[SourceFile.LineOf(pragma) - 1]
        let message = Judge(file.Path, text)
        where message is not null
        select new Finding(file.Path, text.Split("//")[0].Trim(), message);

    private static string? Judge(string path, string line)
    {
        if (!line.Contains("//") || line.Split("//")[1].Trim().Length < 8) return "wants a reason on the same line";
        var banned = line.Contains("RS0030") && path.StartsWith("src/") && !path.StartsWith(ClockRoom);
        return banned ? $"only {ClockRoom} may use what BannedSymbols.txt bans" : null;
    }
}
