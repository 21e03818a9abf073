using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>Access keys: whose they are, and how their status is written.</summary>
internal static class KeyRules
{
    /// <summary>The owner of keys as their index has it.</summary>
    public static string Owner(ReadCall call, UserRecord? user) => $"{call.Account}/{user?.Id}";

    /// <summary>A key of a user.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static AccessKeyRecord Get(ReadCall call, string? userName, string id)
    {
        var user = Holders.UserOrCaller(call, userName);
        var key = call.Read(Tables.AccessKeys, Scope.World).Find(new(id));
        return key?.Owner == Owner(call, user) ? key! : throw NotFound(id);
    }

    /// <summary>The error for a key that is not there.</summary>
    public static ServiceException NotFound(string id) =>
        Errors.NoSuchEntity($"The Access Key with id {id} cannot be found.");

    /// <summary>A status as the API writes it.</summary>
    public static StatusType Status(bool isActive) => isActive ? StatusType.Active : StatusType.Inactive;

    /// <summary>Whether a status that was given is that of something that works.</summary>
    /// <exception cref="ServiceException">ValidationError: Expired is for AWS to say.</exception>
    public static bool IsActive(StatusType? status) => status switch
    {
        StatusType.Active => true,
        StatusType.Inactive => false,
        _ => throw Errors.Validation($"The status {status} cannot be set."),
    };
}
