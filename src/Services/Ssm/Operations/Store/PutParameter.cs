using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Records;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;
using System.Text;

namespace Orrery.Services.Ssm.Operations.Store;

/// <summary>Makes a parameter, or its next version.</summary>
public sealed class PutParameter : IWriteOperation<PutParameterRequest, PutParameterResult>
{
    /// <inheritdoc/>
    public PutParameterResult Run(PutParameterRequest request, Call call)
    {
        var name = ParameterNames.Checked(Parameters.Plain(call, request.Name!));
        ParameterWish.RefuseUnserved(request);
        var parameters = call.Write(Tables.Parameters);
        var old = parameters.Find(new(name));
        var type = ParameterWish.Type(request, old?.Latest);
        var tier = ParameterWish.Tier(request, old?.Latest);
        ParameterWish.CheckValue(request, type, tier);
        var dataType = ImageParameters.TypeOf(request, type, old?.Latest);
        ParameterPolicies.Check(call, request.Policies, tier);
        if (old is null) Hold(call, tier);
        var version = new VersionRecord
        {
            Name = name,
            Version = (old?.Latest.Version ?? 0) + 1,
            Type = type,
            Content = type == ParameterType.SecureString
                ? Parameters.Seal(call, new(name, tier, request.KeyId ?? old?.Latest.KeyId), request.Value!)
                : Encoding.UTF8.GetBytes(request.Value!),
            KeyId = type == ParameterType.SecureString ? request.KeyId ?? old?.Latest.KeyId : null,
            Tier = tier,
            DataType = dataType == ImageParameters.Text ? null : dataType,
            Description = request.Description ?? old?.Latest.Description,
            AllowedPattern = ParameterWish.Pattern(request) ?? old?.Latest.AllowedPattern,
            Policies = request.Policies is { Length: > 0 } and not "[]" and not "[{}]" ? request.Policies : null,
            ModifiedAt = call.Now,
            ModifiedBy = call.Caller.Arn,
        };
        var parameter = new ParameterRecord
        {
            Name = new(name),
            Latest = version,
            Tags = old?.Tags ?? ParameterTags.With(new Dictionary<string, string>(), request.Tags),
        };
        if (!ImageParameters.IsValid(call, dataType, request.Value!))
        {
            ParameterEvents.Failed(call, parameter, old is null ? "Create" : "Update");
            return new() { Version = version.Version, Tier = tier };
        }

        if (old is not null) ParameterWish.MakeRoom(call, old);
        call.Write(Tables.Versions).Put(version);
        parameters.Put(parameter);
        ParameterPolicies.Plan(call, version);
        ParameterEvents.Changed(call, parameter, old is null ? "Create" : "Update");
        return new() { Version = version.Version, Tier = tier };
    }

    private static void Hold(Call call, ParameterTier tier)
    {
        var quota = tier == ParameterTier.Advanced ? SsmQuotas.Advanced : SsmQuotas.Standard;
        var used = call.Read(Tables.Parameters).CountBy(Tables.ByTier, tier.ToString());
        call.Hold(quota, used, limit => new(
            "ParameterLimitExceeded", $"You have reached the limit of {limit} {tier.ToWire()} parameters."));
    }
}
