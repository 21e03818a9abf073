using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Orrery.Profile;

/// <summary>A counted method in its assembly.</summary>
/// <param name="Type">The type that has it.</param>
/// <param name="Handle">The method in the type's assembly.</param>
/// <param name="Arguments">What stands for the type's parameters.</param>
/// <param name="Own">What stands for its own parameters; empty where that is not known.</param>
internal sealed record FoundMethod(
    IndexedType Type, MethodDefinitionHandle Handle, IReadOnlyList<TypeName> Arguments, IReadOnlyList<TypeName> Own)
{
    /// <summary>The method's row.</summary>
    public MethodDefinition Definition => Type.Reader.GetMethodDefinition(Handle);

    /// <summary>The same method and arguments give the same text.</summary>
    public string Key =>
        $"{Type.Assembly} {MetadataTokens.GetRowNumber(Handle)} {TypeName.Text(Arguments)} {TypeName.Text(Own)}";
}
