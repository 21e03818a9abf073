namespace Orrery.Wire.Protocols.Forms;

/// <summary>Parameters that every form may carry beside the operation's own.</summary>
internal static class FormNames
{
    /// <summary>Whether a parameter names the operation or belongs to the signature. Source: AWS General Reference,
    /// "Signing AWS API requests"; the EC2 API Reference, "Common query parameters".</summary>
    public static bool IsEnvelope(string name) =>
        name is "Action" or "Version" or "AWSAccessKeyId" or "Signature" or "SignatureMethod" or "SignatureVersion"
            or "Timestamp" or "Expires" or "SecurityToken"
        || name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase);
}
