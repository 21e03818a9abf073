using System.Buffers.Binary;
using Orrery.Kernel.Calls;

namespace Orrery.Operations;

/// <summary>Ids in the form of UUIDs, as activities, tokens and ARNs have them.</summary>
public static class Uuids
{
    /// <summary>A new one.</summary>
    public static string New(Call call)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, call.Random.NextUInt64());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], call.Random.NextUInt64());
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString();
    }
}
