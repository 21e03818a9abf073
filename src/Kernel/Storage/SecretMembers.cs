using System.Buffers;
using System.Text.Json;

namespace Orrery.Kernel.Storage;

/// <summary>
/// Finds the values of the members of a record that its table keeps secret, wherever in the record they stand: texts,
/// and the texts of lists. All else stays byte for byte.
/// </summary>
internal static class SecretMembers
{
    private const int NotInside = -1;

    /// <summary>The record with its secrets replaced; the same array where it has none.</summary>
    /// <param name="json">The record.</param>
    /// <param name="members">The names of the secret members.</param>
    /// <param name="replace">Makes another JSON text of the JSON text of a secret, both with their quotes.</param>
    public static byte[] Replace(byte[] json, IReadOnlyList<string> members, Func<byte[], byte[]> replace)
    {
        if (members.Count == 0) return json;
        ArrayBufferWriter<byte>? to = null;
        var (copied, isNext, inside) = (0, false, NotInside);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    isNext = inside == NotInside && Names(ref reader, members);
                    continue;
                case JsonTokenType.StartArray or JsonTokenType.StartObject when isNext:
                    inside = reader.CurrentDepth;
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject when reader.CurrentDepth == inside:
                    inside = NotInside;
                    break;
                case JsonTokenType.String when isNext || inside != NotInside:
                    var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
                    to ??= new(json.Length);
                    to.Write(json.AsSpan(copied, start - copied));
                    to.Write(replace(json[start..end]));
                    copied = end;
                    break;
                default:
                    break;
            }

            isNext = false;
        }

        if (to is null) return json;
        to.Write(json.AsSpan(copied));
        return to.WrittenSpan.ToArray();
    }

    private static bool Names(ref Utf8JsonReader reader, IReadOnlyList<string> members)
    {
        foreach (var member in members)
        {
            if (reader.ValueTextEquals(member)) return true;
        }

        return false;
    }
}
