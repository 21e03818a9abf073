using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Orrery.Profile;

/// <summary>The methods of a profile that are of the same assemblies: they become one method that lists them.</summary>
internal sealed class ProfileGroup
{
    private const int AllFields = 0xF;
    // A number that is no token: "a type that is not known here".
    private const int UnknownType = 1;

    /// <summary>Makes an empty group.</summary>
    public ProfileGroup() => Code = new(new BlobBuilder());

    /// <summary>The list.</summary>
    public InstructionEncoder Code { get; }

    /// <summary>Adds a method.</summary>
    public void Add(EntityHandle method, CountedMethod counted, MetadataBuilder metadata, References references)
    {
        Code.OpCode(ILOpCode.Ldtoken);
        Code.Token(method);
        Code.LoadString(metadata.GetOrAddUserString("InstrumentationDataStart"));
        for (var i = 0; i < counted.Entries.Count; i++)
        {
            var entry = counted.Entries[i];
            var next = i + 1 < counted.Entries.Count ? counted.Entries[i + 1] : null;
            if (entry.Kind is CountKind.EdgeCount or CountKind.BlockCount) Add(entry);
            else if (entry.Kind == CountKind.HistogramCount
                && next is { Kind: CountKind.HistogramTypes, Types.Count: > 0 })
            {
                Add(entry);
                Add(next, references);
            }
        }
        Code.LoadString(metadata.GetOrAddUserString("InstrumentationDataEnd"));
        Code.OpCode(ILOpCode.Pop);
    }

    private void Add(CountEntry entry)
    {
        Head(entry, entry.Counts.Count);
        foreach (var count in entry.Counts) Code.LoadConstantI4((int)Math.Min(count, int.MaxValue));
    }

    private void Add(CountEntry entry, References references)
    {
        Head(entry, entry.Types.Count);
        foreach (var type in entry.Types)
        {
            if (references.Type(type) is { } handle)
            {
                Code.OpCode(ILOpCode.Ldtoken);
                Code.Token(handle);
            }
            else Code.LoadConstantI4(UnknownType);
        }
    }

    private void Head(CountEntry entry, int count)
    {
        Code.LoadConstantI4(AllFields);
        Code.LoadConstantI4(entry.Offset);
        Code.LoadConstantI4((int)entry.Kind);
        Code.LoadConstantI4(count);
        Code.LoadConstantI4(entry.Other);
    }
}
