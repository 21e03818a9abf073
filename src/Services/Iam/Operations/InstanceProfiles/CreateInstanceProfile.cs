using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>Makes an instance profile, empty at first.</summary>
public sealed class CreateInstanceProfile : IWriteOperation<CreateInstanceProfileRequest, CreateInstanceProfileResult>
{
    /// <inheritdoc/>
    public CreateInstanceProfileResult Run(CreateInstanceProfileRequest request, Call call)
    {
        var profiles = call.Ours(Tables.Profiles);
        var name = request.InstanceProfileName!;
        if (profiles.Contains(IamKey.OfName(name))) throw Errors.Exists($"Instance Profile {name} already exists.");
        call.Hold(IamQuotas.Profiles, profiles.Count, limit => Errors.Quota("InstanceProfilesPerAccount", limit));
        var path = Arns.Path(request.Path);
        var profile = new ProfileRecord
        {
            Name = name,
            Path = path,
            Id = UniqueIds.New(call, "AIPA"),
            Arn = Arns.Of(call.Account, "instance-profile", path, name),
            CreatedAt = call.Now,
            Tags = TagRules.New(request.Tags),
        };
        profiles.Put(profile);
        return new() { InstanceProfile = Show.Of(call, profile) };
    }
}
