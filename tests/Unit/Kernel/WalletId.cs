using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Tests.Kernel;

[JsonConverter(typeof(KeyJsonConverter<WalletId>))]
public readonly record struct WalletId(string Value) : IResourceId<WalletId>
{
    public static string Prefix => "wallet";

    public static WalletId From(string value) => new(value);

    public int CompareTo(WalletId other) => string.CompareOrdinal(Value, other.Value);
}
