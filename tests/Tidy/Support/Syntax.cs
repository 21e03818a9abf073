using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Orrery.Tests.Tidy.Support;

/// <summary>Questions to the syntax that several rules ask.</summary>
public static class Syntax
{
    /// <summary>
    /// Whatever has a body of statements and a name: methods, constructors, operators, accessors, local functions.
    /// </summary>
    public static bool IsBodied(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax;

    /// <summary>The name of a declaration, with those of the types around it.</summary>
    public static string NameOf(SyntaxNode node)
    {
        var own = node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            OperatorDeclarationSyntax op => "operator " + op.OperatorToken.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
            IndexerDeclarationSyntax => "this[]",
            _ => node.Kind().ToString(),
        };
        var outer = node.Ancestors().FirstOrDefault(parent =>
            parent is BaseTypeDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);
        return outer is null ? own : NameOf(outer) + "." + own;
    }

    /// <summary>Whether a type or member carries a modifier.</summary>
    public static bool Has(MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);

    /// <summary>The simple names of the attributes of a member.</summary>
    public static IEnumerable<string> AttributesOf(MemberDeclarationSyntax member) => member.AttributeLists
        .SelectMany(list => list.Attributes)
        .Select(attribute => SimpleName(attribute.Name));

    /// <summary>The simple names of what a type lists as its bases.</summary>
    public static IEnumerable<string> BasesOf(BaseTypeDeclarationSyntax type) =>
        type.BaseList?.Types.Select(entry => SimpleName(entry.Type)) ?? [];

    private static string SimpleName(TypeSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => name.ToString(),
    };
}
