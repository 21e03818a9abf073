namespace Orrery.Services.Sns.Messages;

/// <summary>Phone numbers in the form of E.164.</summary>
internal static class PhoneNumbers
{
    /// <summary>Refuses what is none.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static void Check(string number)
    {
        if (number.Length is < 3 or > 16 || number[0] != '+' || number[1] == '0'
            || !number.AsSpan(1).ToString().All(char.IsAsciiDigit))
            throw Errors.InvalidParameter($"PhoneNumber Reason: {number} is not valid to publish to");
    }
}
