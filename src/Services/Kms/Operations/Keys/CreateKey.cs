using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Services.Kms.Views;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Keys;

/// <summary>Makes a key.</summary>
public sealed class CreateKey : IWriteOperation<CreateKeyRequest, CreateKeyResult>
{
    /// <inheritdoc/>
    public CreateKeyResult Run(CreateKeyRequest request, Call call)
    {
        if (request.CustomKeyStoreId is not null) throw Errors.NotServed("CustomKeyStoreId (custom key stores)");
        if (request.XksKeyId is not null) throw Errors.NotServed("XksKeyId (external key stores)");
        var origin = request.Origin ?? OriginType.AwsKms;
        if (origin is not (OriginType.AwsKms or OriginType.External))
            throw Errors.NotServed($"Origin {origin.ToWire()} (custom key stores)");
        var spec = Spec(request);
        var isMultiRegion = request.MultiRegion == true;
        var place = KeyMaking.Make(call, new()
        {
            Id = KeyMaking.NewId(call, isMultiRegion),
            Spec = spec,
            Usage = KeySpecs.Usage(spec, request.KeyUsage),
            Origin = origin,
            Manager = KeyManagerType.Customer,
            Description = request.Description ?? "",
            CreatedAt = call.Now,
            State = origin == OriginType.External ? KeyState.PendingImport : KeyState.Enabled,
            Policy = request.Policy is { } policy
                ? KeyPolicies.Checked(call, policy, request.BypassPolicyLockoutSafetyCheck)
                : KeyPolicies.Default(call.Scope),
            Tags = TagRules.With(new Dictionary<string, string>(), request.Tags),
            PrimaryRegion = isMultiRegion ? call.Region : null,
        });
        return new() { KeyMetadata = KeyViews.Of(call, place) };
    }

    private static KeySpec Spec(CreateKeyRequest request)
    {
        if (request.CustomerMasterKeySpec is not { } old) return request.KeySpec ?? KeySpec.SymmetricDefault;
        var same = KeySpecWire.Parse(old.ToWire())!.Value;
        return request.KeySpec is { } given && given != same
            ? throw Errors.Validation("You cannot specify KeySpec and CustomerMasterKeySpec in the same request.")
            : same;
    }
}
