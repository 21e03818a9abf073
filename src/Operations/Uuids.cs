using Orrery.Kernel.Calls;

namespace Orrery.Operations;

/// <summary>Ids in the form of UUIDs of version 4, as activities, messages, tokens and ARNs have them.</summary>
public static class Uuids
{
    /// <summary>A new one, of the call's chance.</summary>
    public static string New(Call call)
    {
        Span<byte> bytes = stackalloc byte[16];
        call.Random.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
