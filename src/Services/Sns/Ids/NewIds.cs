using Orrery.Kernel.Calls;

namespace Orrery.Services.Sns.Ids;

/// <summary>New ids, drawn from the call's chance.</summary>
internal static class NewIds
{
    private const string Hex = "0123456789abcdef";

    // As long as the tokens in the samples of the SNS Developer Guide, "HTTP/HTTPS subscription confirmation".
    private const int TokenLength = 296;

    /// <summary>A UUID, as messages and subscriptions have.</summary>
    public static string Uuid(Call call)
    {
        var digits = call.Random.Text(32, Hex);
        return $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
    }

    /// <summary>The token of a confirmation.</summary>
    public static string Token(Call call) => call.Random.Text(TokenLength, Hex);
}
