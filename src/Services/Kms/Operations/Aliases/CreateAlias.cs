using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Aliases;

/// <summary>Gives a key another name.</summary>
public sealed class CreateAlias : IWriteOperation<CreateAliasRequest, CreateAliasResult>
{
    /// <inheritdoc/>
    public CreateAliasResult Run(CreateAliasRequest request, Call call)
    {
        var name = AliasNames.Checked(request.AliasName!);
        var aliases = call.Write(Tables.Aliases);
        if (aliases.Contains(new(name)))
            throw Errors.Exists($"An alias with the name {Places.AliasArn(call.Scope, name)} already exists");
        var place = AliasNames.Target(call, request.TargetKeyId!, "CreateAlias");
        call.Hold(KmsQuotas.Aliases, aliases.CountBy(Tables.AliasesByKey, place.Key.Id.Value), limit =>
            Errors.Limit($"A KMS key can have up to {limit} aliases."));
        aliases.Put(new()
        {
            Name = new(name), Target = place.Key.Id.Value, CreatedAt = call.Now, UpdatedAt = call.Now,
        });
        return new();
    }
}
