namespace Orrery.Services.Iam.Rules;

/// <summary>Finds users, groups and roles of the call's account by their ARNs.</summary>
internal static class ByArn
{
    /// <summary>A user, group or role.</summary>
    /// <exception cref="ServiceException">InvalidInput, NoSuchEntity.</exception>
    public static HolderRecord Holder(ReadCall call, string arn)
    {
        if (arn.Split(':', 6) is not ["arn", _, "iam", "", var account, var resource] || account != call.Account)
            throw Errors.InvalidInput($"ARN {arn} is not valid.");
        var key = IamKey.OfName(Arns.NameOf(resource));
        HolderRecord? found = resource.Split('/')[0] switch
        {
            "user" => call.Mine(Tables.Users).Find(key),
            "group" => call.Mine(Tables.Groups).Find(key),
            "role" => call.Mine(Tables.Roles).Find(key),
            _ => throw Errors.InvalidInput($"ARN {arn} is not valid."),
        };
        return found?.Arn == arn ? found! : throw Errors.NoSuchEntity($"ARN {arn} cannot be found.");
    }
}
