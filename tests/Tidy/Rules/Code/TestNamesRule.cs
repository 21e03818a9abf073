using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>The name of a test is a sentence: at least three words, with underscores between them.</summary>
public sealed partial class TestNamesRule : IRule
{
    private static readonly string[] Marks = ["Fact", "Theory"];

    /// <inheritdoc/>
    public string Name => "test-names";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("A.cs", "class A { [Fact] public void CreateVpcWorks() { } }"),
        ("B.cs", "class B { [Theory, InlineData(1)] public void Vpc_works(int x) { } }"),
        ("C.cs", "class C { [Xunit.Fact] public void lower_case_is_shy() { } }"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        ("A.cs", "class A { [Fact] public void A_route_to_nothing_is_a_blackhole() { } void Make() { } }"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from file in repository.Code
        from method in file.All<MethodDeclarationSyntax>()
        where Syntax.AttributesOf(method).Any(Marks.Contains) && !Sentence().IsMatch(method.Identifier.Text)
        select new Finding(file.Path, Syntax.NameOf(method), "not a sentence of three words or more");

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,}$")]
    private static partial Regex Sentence();
}
