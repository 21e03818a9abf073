using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Aliases;

/// <summary>Points an alias at another key of the same kind.</summary>
public sealed class UpdateAlias : IWriteOperation<UpdateAliasRequest, UpdateAliasResult>
{
    /// <inheritdoc/>
    public UpdateAliasResult Run(UpdateAliasRequest request, Call call)
    {
        var name = AliasNames.Checked(request.AliasName!);
        var aliases = call.Write(Tables.Aliases);
        var alias = aliases.Find(new(name)) ?? throw AliasNames.None(call, name);
        var place = AliasNames.Target(call, request.TargetKeyId!, "UpdateAlias");
        var old = call.Read(Tables.Keys).Find(new(alias.Target));
        if (old is not null && (KeySpecs.IsAsymmetric(old.Spec) != KeySpecs.IsAsymmetric(place.Key.Spec)
            || old.Usage != place.Key.Usage))
            throw Errors.Validation(
                $"Alias {name} cannot be changed from a {old.Spec.ToWire()} key for {old.Usage.ToWire()} to a "
                + $"{place.Key.Spec.ToWire()} key for {place.Key.Usage.ToWire()}.");
        aliases.Put(alias with { Target = place.Key.Id.Value, UpdatedAt = call.Now });
        return new();
    }
}
