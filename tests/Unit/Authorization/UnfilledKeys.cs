namespace Orrery.Tests.Unit.Authorization;

/// <summary>Condition keys of operations that are served, which tell of what is not.</summary>
internal static class UnfilledKeys
{
    public static readonly string[] All =
    [
        // VPN connections by certificates.
        "ec2:AuthenticationType",

        // Kinds of resources that CreateTags could name and nobody can make.
        "ec2:AuthorizedService", "ec2:AuthorizedUser", "ec2:AutoPlacement", "ec2:ClientRootCertificateChainArn",
        "ec2:CloudwatchLogGroupArn", "ec2:CloudwatchLogStreamArn", "ec2:DirectoryArn", "ec2:ElasticGpuType",
        "ec2:HostRecovery", "ec2:IpamPrefixListResolverTargetId", "ec2:Permission", "ec2:Quantity",
        "ec2:ReservedInstancesOfferingType", "ec2:SamlProviderArn", "ec2:ServerCertificateArn",
        "ec2:transitGatewayConnectPeerId", "ec2:transitGatewayMeteringPolicyId",
        "ec2:transitGatewayMulticastDomainId", "ec2:transitGatewayPolicyTableId",
        "ec2:transitGatewayRouteTableAnnouncementId",

        // Address plans, Outposts, operators, endpoints in other regions, product codes, processor options, launch
        // templates' share.
        "ec2:BootModeOverride", "ec2:CpuOptionsAmdSevSnp", "ec2:InstanceBandwidthWeighting", "ec2:Ipv4IpamPoolId",
        "ec2:Ipv6IpamPoolId", "ec2:IsLaunchTemplateResource", "ec2:Location", "ec2:ManagedResourceOperator",
        "ec2:OutpostArn", "ec2:ProductCode", "ec2:SourceAvailabilityZone", "ec2:SourceOutpostArn",
        "ec2:VpceMultiRegion", "ec2:VpcePrivateDnsPreference", "ec2:VpcePrivateDnsSpecifiedDomains",
        "ec2:VpceServicePrivateDnsName", "ec2:VpceServiceRegion", "ec2:VpceSupportedRegion",

        // Fleets of Capacity Reservations; those, and operators, of groups; grants of CloudWatch.
        "ec2:CapacityReservationFleet",
        "autoscaling:CapacityReservationIds", "autoscaling:CapacityReservationResourceGroupArns",
        "autoscaling:OperatorPrincipal", "autoscaling:TargetCapacityTypes", "cloudwatch:HasAccessGrant",

        // Rules that services manage, and what they say of events.
        "events:ManagedBy", "events:SystemMetadata/AwsDetailType", "events:SystemMetadata/AwsSource",
        "events:SystemMetadata/ContentType",

        // Role templates, credentials of Bedrock, security keys.
        "iam:FIDO-FIPS-140-2-certification", "iam:FIDO-FIPS-140-3-certification", "iam:FIDO-certification",
        "iam:RegisterSecurityKey", "iam:RoleTemplateARN", "iam:ServiceSpecificCredentialAgeDays",

        // Grants to services, when a key was last used.
        "kms:GrantConstraintSourceArn", "kms:GranteeServicePrincipal", "kms:RetiringServicePrincipal",
        "kms:TrailingDaysWithoutKeyUsage",

        // Transfers of responsibility; shares that outlive a membership.
        "organizations:TransferDirection", "organizations:TransferType",
        "ram:RetainSharingOnAccountLeaveOrganization",

        // Access grants, namespaces of buckets, holds by events, annotations; nothing here is TLS.
        "s3:AccessGrantsInstanceArn", "s3:TlsVersion", "s3:isReplicationPauseRequest", "s3:object-lock-event-hold",
        "s3:object-lock-event-hold-duration-days", "s3:x-amz-bucket-namespace", "s3:x-amz-object-annotation-directive",

        // Replicas, managed external secrets.
        "secretsmanager:AddReplicaRegions", "secretsmanager:ExternalSecretRotationRoleArn",
        "secretsmanager:ForceOverwriteReplicaSecret", "secretsmanager:Type", "secretsmanager:resource/Type",

        // Roles that a provider names in its tokens.
        "sts:RoleAuthorizedByIdp",
    ];
}
