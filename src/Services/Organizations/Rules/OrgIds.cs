using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orrery.Services.Organizations.Rules;

/// <summary>New ids. Source: botocore model, the patterns of the ids.</summary>
internal static class OrgIds
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const ulong LeastAccount = 100_000_000_000;

    /// <summary>An id that nothing has.</summary>
    /// <param name="call">The call.</param>
    /// <param name="prefix">What it begins with, the dash with it.</param>
    /// <param name="length">How many characters follow.</param>
    public static OrgKey New(Call call, string prefix, int length)
    {
        while (true)
        {
            var id = new OrgKey(prefix + call.Random.Text(length, Alphabet));
            if (!call.All(Tables.Nodes).Contains(id) && !call.All(Tables.Policies).Contains(id)) return id;
        }
    }

    /// <summary>
    /// The number of an account that nobody used. Not of the call's chance: a call that touches a new scope runs again,
    /// and has to touch the same.
    /// </summary>
    public static string Account(ReadCall call, string email)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Account}/{email}/{attempt}"));
            var number = LeastAccount + (BinaryPrimitives.ReadUInt64BigEndian(hash) % (9 * LeastAccount));
            var id = number.ToString(CultureInfo.InvariantCulture);
            if (!call.All(Tables.Nodes).Contains(new(id))
                && !call.All(Tables.Creations).HasAny(Tables.CreationsByAccount, id))
            {
                return id;
            }
        }
    }
}
