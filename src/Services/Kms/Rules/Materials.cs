using System.Security.Cryptography;
using System.Text;
using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Crypto;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>
/// The secrets of keys. AES, HMAC and curve keys come from the world's chance: the same seed gives the same. .NET makes
/// RSA keys from the machine's chance only: such a key is made once and kept in its record, so that a journal that is
/// read again, a fork and an import have it, while a second run of the same calls gets another.
/// </summary>
internal static class Materials
{
    /// <summary>New secret bytes for a key.</summary>
    /// <exception cref="Core.ServiceException">UnsupportedOperationException.</exception>
    public static byte[] NewBytes(Call call, KeySpec spec)
    {
        if (KeySpecs.IsRsa(spec)) return Pairs.NewRsa(KeySpecs.Bits(spec));
        return KeySpecs.IsEcc(spec) ? Pairs.NewEcc(call.Random, spec) : Chance(call, KeySpecs.Bytes(spec));
    }

    /// <summary>Random bytes.</summary>
    public static byte[] Chance(Call call, int length)
    {
        var bytes = new byte[length];
        call.Random.Fill(bytes);
        return bytes;
    }

    /// <summary>What material of a key is called: the same bytes of the same key are called the same.</summary>
    public static string IdOf(string keyId, byte[] bytes) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes($"material of {keyId}")));

    /// <summary>All material of a key, oldest first.</summary>
    public static IEnumerable<MaterialRecord> All(ReadCall call, KeyPlace place) =>
        call.Read(Tables.Materials, place.Scope).By(Tables.MaterialsByKey, place.Key.Id.Value);

    /// <summary>What encrypts now; null where nothing was imported yet.</summary>
    public static MaterialRecord? Current(ReadCall call, KeyPlace place) =>
        All(call, place).LastOrDefault(m => m.State == KeyMaterialState.Current);

    /// <summary>The secret that is in use.</summary>
    /// <exception cref="Core.ServiceException">KMSInvalidStateException.</exception>
    public static byte[] Secret(ReadCall call, KeyPlace place) =>
        Current(call, place)?.Bytes ?? throw Errors.State(place.Arn, "pending import");

    /// <summary>Material by what KMS calls it.</summary>
    public static MaterialRecord? Find(ReadCall call, KeyPlace place, string materialId) =>
        call.Read(Tables.Materials, place.Scope)
            .By(Tables.MaterialsById, $"{place.Key.Id}/{materialId}").FirstOrDefault();

    /// <summary>Makes the first or the next version.</summary>
    public static MaterialRecord Begin(Call call, KeyPlace place, byte[] bytes, RotationType? rotation)
    {
        var version = All(call, place).LastOrDefault()?.Version ?? 0;
        var material = new MaterialRecord
        {
            KeyId = place.Key.Id.Value,
            Version = version + 1,
            MaterialId = IdOf(place.Key.Id.Value, bytes),
            Bytes = bytes,
            State = KeyMaterialState.Current,
            Since = call.Now,
            Rotation = rotation,
        };
        MakeCurrent(call, place, material);
        return material;
    }

    /// <summary>Makes a version the one that encrypts, here and in the replicas.</summary>
    public static void MakeCurrent(Call call, KeyPlace place, MaterialRecord material)
    {
        foreach (var one in Places.Replicas(call, place).Prepend(place))
        {
            var rows = call.Write(Tables.Materials, one.Scope);
            foreach (var old in All(call, one).Where(m => m.State == KeyMaterialState.Current).ToList())
                rows.Put(old with { State = KeyMaterialState.NonCurrent });
            rows.Put(material with { State = KeyMaterialState.Current });
        }
    }
}
