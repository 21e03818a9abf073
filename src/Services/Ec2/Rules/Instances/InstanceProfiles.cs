using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// The instance profiles of instances, one each at most. Sources: EC2 API Reference, AssociateIamInstanceProfile and
/// its neighbours; messages as clients report them (aws-cli issues 2570 and 5251, and others). IAM keeps the profiles:
/// one that it does not know is refused. In a house without IAM any well-formed name or ARN of the account is taken to
/// exist, and its id is made of its ARN.
/// </summary>
internal static partial class InstanceProfiles
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int IdLength = 17;

    /// <summary>The ARN of the profile that a request names; null where it names none.</summary>
    /// <exception cref="ServiceException">It names one twice, or badly.</exception>
    public static string? ArnOf(ReadCall call, IamInstanceProfileSpecification? profile) => profile switch
    {
        null or { Arn: null or "", Name: null or "" } => null,
        { Arn.Length: > 0, Name.Length: > 0 } => throw Errors.InvalidParameterCombination(
            "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'"),
        { Name: { Length: > 0 } name } => NamePattern().IsMatch(name)
            && Resolved(call, $"arn:aws:iam::{call.Account}:instance-profile/{name}", byName: true) is { } found
            ? found
            : throw Errors.InvalidParameterValue(
                $"Value ({name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"),
        { Arn: var arn } => ArnPattern().IsMatch(arn!) && arn!.Split(':')[4] == call.Account
            && Resolved(call, arn, byName: false) is { } found
            ? found
            : throw Errors.InvalidParameterValue(
                $"Value ({arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN"),
    };

    /// <summary>The ARN that a request has to name.</summary>
    /// <exception cref="ServiceException">As above, or MissingParameter.</exception>
    public static string Required(ReadCall call, IamInstanceProfileSpecification? profile) =>
        ArnOf(call, profile) ?? throw Errors.Missing("IamInstanceProfile");

    /// <summary>The association of an instance, on its way or there; null where there is none.</summary>
    public static ProfileAssociationRecord? Of(ReadCall call, InstanceId id) =>
        call.Read(VolumeTables.Profiles).By(VolumeTables.ProfilesByInstance, id.Value).FirstOrDefault();

    /// <summary>Associates a profile; it is there after a while.</summary>
    public static ProfileAssociationRecord Begin(Call call, InstanceId instance, string arn)
    {
        var association = Put(call, instance, arn);
        InstanceProfileLoop.Begin(call, association);
        return association;
    }

    /// <summary>Associates a profile with instances that are launched; it is there when they run.</summary>
    public static void Launch(Call call, IReadOnlyList<InstanceRecord> launched, string? arn)
    {
        foreach (var instance in arn is null ? [] : launched)
        {
            Put(call, instance.Id, arn!);
        }
    }

    /// <summary>The instance runs: what was on its way is there.</summary>
    public static void Applied(Call call, InstanceId id)
    {
        if (Of(call, id) is { State: IamInstanceProfileAssociationState.Associating } association)
        {
            call.Write(VolumeTables.Profiles).Put(
                association with { State = IamInstanceProfileAssociationState.Associated });
        }
    }

    /// <summary>The instance is gone, and its association with it.</summary>
    public static void Release(Call call, InstanceId id)
    {
        if (Of(call, id) is { } association)
        {
            call.Write(VolumeTables.Profiles).Remove(association.Id);
        }
    }

    /// <summary>The name of a profile, without its path.</summary>
    public static string NameOf(ProfileAssociationRecord association) => NameOf(association.ProfileArn);

    /// <summary>
    /// The name of the role in a profile; null where there is none now. In a house without IAM it is the profile's.
    /// </summary>
    public static string? RoleOf(ReadCall call, ProfileAssociationRecord association) =>
        call.FindPort<IInstanceProfiles>() is { } profiles
            ? profiles.Find(call, call.Account, NameOf(association))?.RoleName
            : NameOf(association);

    /// <summary>The ARN of the role in a profile; null where there is none now, or nobody keeps roles.</summary>
    public static string? RoleArnOf(ReadCall call, ProfileAssociationRecord association) =>
        call.FindPort<IInstanceProfiles>()?.Find(call, call.Account, NameOf(association))?.RoleArn;

    /// <summary>An association as the API writes it.</summary>
    public static IamInstanceProfileAssociation View(ProfileAssociationRecord association) => new()
    {
        AssociationId = association.Id.Value,
        InstanceId = association.InstanceId.Value,
        IamInstanceProfile = ProfileView(association),
        State = association.State,
        Timestamp = association.Timestamp,
    };

    /// <summary>A profile as the API writes it.</summary>
    public static IamInstanceProfile ProfileView(ProfileAssociationRecord association) =>
        new() { Arn = association.ProfileArn, Id = association.ProfileId };

    private static ProfileAssociationRecord Put(Call call, InstanceId instance, string arn)
    {
        var association = new ProfileAssociationRecord
        {
            Id = call.NewId<ProfileAssociationId>(),
            InstanceId = instance,
            ProfileArn = arn,
            ProfileId = call.FindPort<IInstanceProfiles>()?.Find(call, call.Account, NameOf(arn))?.Id ?? IdOf(arn),
            State = IamInstanceProfileAssociationState.Associating,
            Timestamp = call.Now,
        };
        call.Write(VolumeTables.Profiles).Put(association);
        return association;
    }

    private static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    // A name means the profile of that name in whatever path; an ARN has to be that of the profile.
    private static string? Resolved(ReadCall call, string arn, bool byName)
    {
        if (call.FindPort<IInstanceProfiles>() is not { } profiles) return arn;
        var found = profiles.Find(call, call.Account, NameOf(arn))?.Arn;
        return byName || found == arn ? found : null;
    }

    // Ids of instance profiles begin with AIPA (IAM User Guide, "IAM identifiers").
    private static string IdOf(string arn)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(arn));
        return "AIPA" + string.Concat(bytes.Take(IdLength).Select(b => Alphabet[b & 31]));
    }

    // The characters of names and paths: IAM API Reference, InstanceProfile.
    [GeneratedRegex(@"^[\w+=,.@-]{1,128}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^arn:aws:iam::\d{12}:instance-profile/([\x21-\x7e]+/)?[\w+=,.@-]{1,128}$")]
    private static partial Regex ArnPattern();
}
