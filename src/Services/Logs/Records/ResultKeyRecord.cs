using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Records;

/// <summary>The key of KMS under which the results of an account's queries are stored.</summary>
/// <param name="Key">Always <see cref="Results"/>.</param>
/// <param name="KmsKeyArn">The ARN of the key.</param>
public sealed record ResultKeyRecord(TextKey Key, string KmsKeyArn)
{
    /// <summary>The only one that there is.</summary>
    public static TextKey Results { get; } = new("results");
}
