using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Kernel.State;

/// <summary>The key of the kernel's own small tables.</summary>
[JsonConverter(typeof(KeyJsonConverter<RecordName>))]
internal readonly record struct RecordName(string Value) : IKey<RecordName>
{
    public static RecordName From(string value) => new(value);

    public int CompareTo(RecordName other) => string.CompareOrdinal(Value, other.Value);
}
