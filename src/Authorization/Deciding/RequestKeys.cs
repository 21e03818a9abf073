using Orrery.Engines.Policies.Requests;
using Orrery.Operations;

namespace Orrery.Authorization.Deciding;

/// <summary>Condition keys of services whose values stand in requests.</summary>
internal static class RequestKeys
{
    /// <summary>Keys, and the member that holds the value. Source: Service Authorization Reference.</summary>
    public static readonly IReadOnlyDictionary<string, string> ByMember = new Dictionary<string, string>
    {
        ["autoscaling:InstanceType"] = "InstanceType",
        ["autoscaling:LaunchConfigurationName"] = "LaunchConfigurationName",
        ["autoscaling:MaxSize"] = "MaxSize",
        ["autoscaling:MinSize"] = "MinSize",
        ["cloudwatch:AlarmActions"] = "AlarmActions",
        ["cloudwatch:namespace"] = "Namespace",
        ["ec2:AvailabilityZone"] = "AvailabilityZone",
        ["ec2:Encrypted"] = "Encrypted",
        ["ec2:ImageID"] = "ImageId",
        ["ec2:InstanceType"] = "InstanceType",
        ["ec2:KeyPairName"] = "KeyName",
        ["ec2:MetadataHttpTokens"] = "MetadataOptions.HttpTokens",
        ["ec2:Tenancy"] = "Placement.Tenancy",
        ["ec2:VolumeIops"] = "Iops",
        ["ec2:VolumeSize"] = "Size",
        ["ec2:VolumeType"] = "VolumeType",
        ["events:detail-type"] = "Entries.DetailType",
        ["events:source"] = "Entries.Source",
        ["events:TargetArn"] = "Targets.Arn",
        ["iam:AWSServiceName"] = "AWSServiceName",
        ["iam:PermissionsBoundary"] = "PermissionsBoundary",
        ["iam:PolicyARN"] = "PolicyArn",
        ["kms:BypassPolicyLockoutSafetyCheck"] = "BypassPolicyLockoutSafetyCheck",
        ["kms:DataKeyPairSpec"] = "KeyPairSpec",
        ["kms:EncryptionAlgorithm"] = "EncryptionAlgorithm",
        ["kms:ExpirationModel"] = "ExpirationModel",
        ["kms:GranteePrincipal"] = "GranteePrincipal",
        ["kms:GrantOperations"] = "Operations",
        ["kms:KeyOrigin"] = "Origin",
        ["kms:KeySpec"] = "KeySpec",
        ["kms:KeyUsage"] = "KeyUsage",
        ["kms:MacAlgorithm"] = "MacAlgorithm",
        ["kms:MessageType"] = "MessageType",
        ["kms:MultiRegion"] = "MultiRegion",
        ["kms:PrimaryRegion"] = "PrimaryRegion",
        ["kms:ReplicaRegion"] = "ReplicaRegion",
        ["kms:RetiringPrincipal"] = "RetiringPrincipal",
        ["kms:RotationPeriodInDays"] = "RotationPeriodInDays",
        ["kms:ScheduleKeyDeletionPendingWindowInDays"] = "PendingWindowInDays",
        ["kms:SigningAlgorithm"] = "SigningAlgorithm",
        ["kms:ValidTo"] = "ValidTo",
        ["kms:WrappingAlgorithm"] = "WrappingAlgorithm",
        ["kms:WrappingKeySpec"] = "WrappingKeySpec",
        ["ram:AllowsExternalPrincipals"] = "allowExternalPrincipals",
        ["ram:Principal"] = "principals",
        ["ram:RequestedAllowsExternalPrincipals"] = "allowExternalPrincipals",
        ["secretsmanager:BlockPublicPolicy"] = "BlockPublicPolicy",
        ["secretsmanager:Description"] = "Description",
        ["secretsmanager:ForceDeleteWithoutRecovery"] = "ForceDeleteWithoutRecovery",
        ["secretsmanager:KmsKeyId"] = "KmsKeyId",
        ["secretsmanager:Name"] = "Name",
        ["secretsmanager:RecoveryWindowInDays"] = "RecoveryWindowInDays",
        ["secretsmanager:RotateImmediately"] = "RotateImmediately",
        ["secretsmanager:RotationLambdaARN"] = "RotationLambdaARN",
        ["secretsmanager:SecretId"] = "SecretId",
        ["secretsmanager:VersionId"] = "VersionId",
        ["secretsmanager:VersionStage"] = "VersionStage",
        ["sns:Endpoint"] = "Endpoint",
        ["sns:Protocol"] = "Protocol",
        ["ssm:Overwrite"] = "Overwrite",
        ["ssm:Recursive"] = "Recursive",
        ["sts:DurationSeconds"] = "DurationSeconds",
        ["sts:ExternalId"] = "ExternalId",
        ["sts:RoleSessionName"] = "RoleSessionName",
        ["sts:SourceIdentity"] = "SourceIdentity",
        ["sts:TransitiveTagKeys"] = "TransitiveTagKeys",
    };

    /// <summary>ARNs of resources that a request names by ids of EC2.</summary>
    public static ContextValues ArnsOf(CallContext context, string prefix, string type) => CallContext.Many(
    [
        .. context.Members.Ids(prefix)
            .Select(id => $"arn:aws:ec2:{context.Call.Region}:{context.Call.Account}:{type}/{id}"),
    ]);

    /// <summary>The service that a call hands a role to; an instance profile is EC2's.</summary>
    public static string? PassedTo(OperationEntry entry) => entry.Service.Id switch
    {
        "ec2" or "iam" => "ec2.amazonaws.com",
        "sts" or "ram" => null,
        var service => $"{service}.amazonaws.com",
    };
}
