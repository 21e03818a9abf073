using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>A class is sealed, static or abstract, unless another class of the project derives from it.</summary>
public sealed class SealedRule : IRule
{
    private static readonly SyntaxKind[] Settled =
        [SyntaxKind.SealedKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword];

    /// <inheritdoc/>
    public string Name => "sealed";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("A.cs", "class A { }"),
        ("B.cs", "sealed class B { class Inner { } }"),
        ("C.cs", "public record C(int X);"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        ("A.cs", "sealed class A { static class Inner { } }"),
        Repository.Of(("B.cs", "class B { }"), ("C.cs", "sealed class C : X.B { }")),
        ("D.cs", "record struct D(int X);"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository)
    {
        var bases = repository.Code
            .SelectMany(file => file.All<BaseTypeDeclarationSyntax>())
            .SelectMany(Syntax.BasesOf)
            .ToHashSet();
        return from file in repository.Code
               from type in file.All<TypeDeclarationSyntax>()
               where IsClass(type) && !Settled.Any(modifier => Syntax.Has(type, modifier))
               where !bases.Contains(type.Identifier.Text)
               select new Finding(file.Path, Syntax.NameOf(type), "neither sealed nor static nor abstract");
    }

    private static bool IsClass(TypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax
        || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword));
}
