using Microsoft.CodeAnalysis;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>The aims: nine files of ten have at most 200 lines, nine methods of ten at most 30.</summary>
public sealed class AimRule : IRule
{
    private const int FileAim = 200;
    private const int MethodAim = 30;

    /// <inheritdoc/>
    public string Name => "aim";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("A.cs", "//" + new string('\n', FileAim + 1)),
        ("B.cs", $"class B {{ void M() {{{new string('\n', MethodAim)}}} }}"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        Repository.Of([
            .. Enumerable.Range(0, 10).Select(number => ($"A{number}.cs", "class A { void M() { } }")),
            ("B.cs", $"class B {{ void M() {{{new string('\n', FileAim)}}} }}")]),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository)
    {
        var files = Ninth(repository.Code.Select(file => file.Length));
        if (files > FileAim) yield return new("src", "files", $"nine of ten have up to {files} lines; aim {FileAim}");
        var methods = Ninth(repository.Code
            .SelectMany(file => file.All<SyntaxNode>())
            .Where(Syntax.IsBodied)
            .Select(MethodLengthRule.LengthOf));
        if (methods > MethodAim)
            yield return new("src", "methods", $"nine of ten have up to {methods} lines; aim {MethodAim}");
    }

    private static int Ninth(IEnumerable<int> sizes)
    {
        var ordered = sizes.Order().ToList();
        return ordered.Count == 0 ? 0 : ordered[(int)Math.Ceiling(ordered.Count * 0.9) - 1];
    }
}
