using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// The keys of rows. A message is an item of a space. Items of a standard queue are <c>f</c> and a number for fresh
/// ones, which lie without a gap, and <c>s</c>, the instant of sending and a number for those that were delayed or
/// moved here; items of a FIFO queue are a group and a sequence. So each kind lies in the order in which it was sent.
/// </summary>
internal static class Places
{
    /// <summary>What all keys of a space begin with.</summary>
    public static RowKey Start(string space) => new(space + "/");

    /// <summary>A message.</summary>
    public static RowKey Item(string space, string item) => new($"{space}/{item}");

    /// <summary>A fresh message of a standard queue.</summary>
    public static string Fresh(long number) => string.Create(CultureInfo.InvariantCulture, $"f{number:x12}");

    /// <summary>The number of a fresh message; null for others.</summary>
    public static long? FreshNumber(string item) =>
        item.StartsWith('f') ? long.Parse(item.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : null;

    /// <summary>Another message of a standard queue.</summary>
    public static string Sent(DateTimeOffset at, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"s{at.UtcTicks:x16}{number:x12}");

    /// <summary>A message of a group.</summary>
    public static string Grouped(string group, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{group}/{number:x12}");

    /// <summary>A row that lies in the order of an instant.</summary>
    public static RowKey Due(string space, DateTimeOffset due, string item) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{space}/{due.UtcTicks:x16}/{item}"));

    /// <summary>The item of the key of a message.</summary>
    public static string ItemOf(RowKey key) => key.Value[(key.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The group of an item of a FIFO queue.</summary>
    public static string GroupOf(string item) => item[..item.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The place in the row of ready groups of an item of a FIFO queue.</summary>
    public static RowKey Ready(string space, string item) =>
        new($"{space}/{item[(item.IndexOf('/', StringComparison.Ordinal) + 1)..]}");

    /// <summary>A text of a client as a part of a key.</summary>
    public static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
