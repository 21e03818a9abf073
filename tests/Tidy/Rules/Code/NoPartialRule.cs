using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>A type is partial only where a source generator writes the other half.</summary>
public sealed class NoPartialRule : IRule
{
    private static readonly string[] Generators = ["GeneratedRegex", "LoggerMessage", "LibraryImport"];

    /// <inheritdoc/>
    public string Name => "no-partial";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("A.cs", "partial class A { void M() { } }"),
        ("B.cs", "partial record B;"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        ("A.cs", "partial class A : System.Text.Json.Serialization.JsonSerializerContext;"),
        ("B.cs", "partial class B { [GeneratedRegex(\"x\")] private static partial Regex X(); }"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from file in repository.Code
        from type in file.All<TypeDeclarationSyntax>()
        where Syntax.Has(type, SyntaxKind.PartialKeyword) && !HasGeneratedHalf(type)
        select new Finding(file.Path, Syntax.NameOf(type), "partial, and no generator writes the other half");

    private static bool HasGeneratedHalf(TypeDeclarationSyntax type) =>
        Syntax.BasesOf(type).Contains("JsonSerializerContext")
        || type.Members.SelectMany(Syntax.AttributesOf).Any(Generators.Contains);
}
