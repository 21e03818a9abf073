using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Tests.Simulation.Kernel;

[JsonConverter(typeof(KeyJsonConverter<EntryId>))]
public readonly record struct EntryId(string Value) : IResourceId<EntryId>
{
    public static string Prefix => "entry";

    public static EntryId From(string value) => new(value);

    public int CompareTo(EntryId other) => string.CompareOrdinal(Value, other.Value);
}
