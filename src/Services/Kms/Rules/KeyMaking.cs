using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Makes keys.</summary>
internal static class KeyMaking
{
    /// <summary>A new id. Source: KMS Developer Guide, "Multi-Region keys": those begin with mrk-.</summary>
    public static KmsKey NewId(Call call, bool isMultiRegion)
    {
        var uuid = Uuids.New(call);
        return new(isMultiRegion ? "mrk-" + uuid.Replace("-", "", StringComparison.Ordinal) : uuid);
    }

    /// <summary>Puts a new key, with its first material where KMS makes it.</summary>
    /// <exception cref="Core.ServiceException">LimitExceededException, UnsupportedOperationException.</exception>
    public static KeyPlace Make(Call call, KeyRecord key) => Make(call, key, call.Scope);

    /// <summary>Puts a new key somewhere.</summary>
    /// <exception cref="Core.ServiceException">LimitExceededException, UnsupportedOperationException.</exception>
    public static KeyPlace Make(Call call, KeyRecord key, Scope at)
    {
        if (key.Manager == KeyManagerType.Customer)
        {
            call.Hold(KmsQuotas.Keys, call.Read(Tables.Keys, at).Count, limit =>
                Errors.Limit($"You have reached the limit of {limit} KMS keys in this account and Region."));
        }

        var place = Places.Put(call, new(at, key), key);
        if (key.Origin == OriginType.AwsKms) Materials.Begin(call, place, Materials.NewBytes(call, key.Spec), null);
        return place;
    }
}
