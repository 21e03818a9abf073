"""What the Service Authorization Reference and the models do not tell: the members of requests that name resources.

A token is a resource type, with * where a call is always asked on it, and after = the members that name it, the first
that is set. Members joined by + are the parts of one name. 'x is the text x, @user the caller, ! says that nobody
knows: a test refuses that for what is served. ? tells the type by the id; ?type= has types instead of names. The type
any takes ARNs as they are.
"""

SERVICES = ["accessanalyzer", "application-autoscaling", "autoscaling", "cloudwatch", "ec2", "events", "iam", "kms",
            "logs", "organizations", "ram", "s3", "s3control", "scheduler", "secretsmanager", "sns", "sqs", "ssm",
            "sts"]

# Operations whose action has another name. Source: the services' API references, "permissions" of the batch actions;
# S3 user guide, "Required permissions for Amazon S3 API operations".
ACTIONS = {
    ("accessanalyzer", "ListFindingsV2"): "ListFindings",
    ("accessanalyzer", "GetFindingV2"): "GetFinding",
    ("sqs", "SendMessageBatch"): "SendMessage",
    ("sqs", "DeleteMessageBatch"): "DeleteMessage",
    ("sqs", "ChangeMessageVisibilityBatch"): "ChangeMessageVisibility",
    ("sns", "PublishBatch"): "Publish",
    ("kms", "ReEncrypt"): "ReEncryptFrom",
    ("s3", "HeadObject"): "GetObject",
    ("s3", "HeadBucket"): "ListBucket",
    ("s3", "ListBuckets"): "ListAllMyBuckets",
    ("s3", "ListObjects"): "ListBucket",
    ("s3", "ListObjectsV2"): "ListBucket",
    ("s3", "ListObjectVersions"): "ListBucketVersions",
    ("s3", "ListParts"): "ListMultipartUploadParts",
    ("s3", "ListMultipartUploads"): "ListBucketMultipartUploads",
    ("s3", "CopyObject"): "PutObject",
    ("s3", "UploadPart"): "PutObject",
    ("s3", "UploadPartCopy"): "PutObject",
    ("s3", "CreateMultipartUpload"): "PutObject",
    ("s3", "CompleteMultipartUpload"): "PutObject",
    ("s3", "DeleteObjects"): "DeleteObject",
    ("s3", "DeleteBucketTagging"): "PutBucketTagging",
    ("s3", "GetBucketEncryption"): "GetEncryptionConfiguration",
    ("s3", "PutBucketEncryption"): "PutEncryptionConfiguration",
    ("s3", "DeleteBucketEncryption"): "PutEncryptionConfiguration",
    ("s3", "DeleteBucketOwnershipControls"): "PutBucketOwnershipControls",
    ("s3", "GetPublicAccessBlock"): "GetBucketPublicAccessBlock",
    ("s3", "PutPublicAccessBlock"): "PutBucketPublicAccessBlock",
    ("s3", "DeletePublicAccessBlock"): "PutBucketPublicAccessBlock",
    ("s3", "GetBucketLifecycleConfiguration"): "GetLifecycleConfiguration",
    ("s3", "PutBucketLifecycleConfiguration"): "PutLifecycleConfiguration",
    ("s3", "DeleteBucketLifecycle"): "PutLifecycleConfiguration",
    ("s3", "GetBucketCors"): "GetBucketCORS",
    ("s3", "GetBucketReplication"): "GetReplicationConfiguration",
    ("s3", "GetObjectLockConfiguration"): "GetBucketObjectLockConfiguration",
    ("s3", "GetBucketAccelerateConfiguration"): "GetAccelerateConfiguration",
    ("s3", "GetBucketNotificationConfiguration"): "GetBucketNotification",
    ("s3", "PutBucketNotificationConfiguration"): "PutBucketNotification",
    ("s3", "PutBucketCors"): "PutBucketCORS",
    ("s3", "DeleteBucketCors"): "PutBucketCORS",
    ("s3", "PutBucketReplication"): "PutReplicationConfiguration",
    ("s3", "DeleteBucketReplication"): "PutReplicationConfiguration",
    ("s3", "PutObjectLockConfiguration"): "PutBucketObjectLockConfiguration",
    ("s3", "PutBucketAccelerateConfiguration"): "PutAccelerateConfiguration",
    ("s3control", "GetPublicAccessBlock"): "GetAccountPublicAccessBlock",
    ("s3control", "PutPublicAccessBlock"): "PutAccountPublicAccessBlock",
    ("s3control", "DeletePublicAccessBlock"): "PutAccountPublicAccessBlock",
}

# Configurations that a bucket has many of. Source: the same page.
for _kind, _action in (("Analytics", "Analytics"), ("IntelligentTiering", "IntelligentTiering"),
                       ("Inventory", "Inventory"), ("Metrics", "Metrics")):
    ACTIONS["s3", f"GetBucket{_kind}Configuration"] = f"Get{_action}Configuration"
    ACTIONS["s3", f"ListBucket{_kind}Configurations"] = f"Get{_action}Configuration"
    ACTIONS["s3", f"PutBucket{_kind}Configuration"] = f"Put{_action}Configuration"
    ACTIONS["s3", f"DeleteBucket{_kind}Configuration"] = f"Put{_action}Configuration"

# Services whose actions belong to another's.
PREFIXES = {"accessanalyzer": "access-analyzer", "s3control": "s3"}

# Of these services only some operations matter.
ONLY = {"s3control": {
    "DeletePublicAccessBlock", "GetPublicAccessBlock", "PutPublicAccessBlock", "CreateAccessPoint", "GetAccessPoint",
    "ListAccessPoints", "DeleteAccessPoint", "PutAccessPointPolicy", "GetAccessPointPolicy", "DeleteAccessPointPolicy",
    "GetAccessPointPolicyStatus", "TagResource", "UntagResource", "ListTagsForResource",
}}

# Source: STS API Reference, GetCallerIdentity and GetSessionToken: no permissions are required; the others are not
# signed.
FREE = {("sts", o) for o in ("GetCallerIdentity", "GetSessionToken", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity")}
# S3 API Reference, DeleteObjects: each key is decided about by itself, by the operation.
FREE.add(("s3", "DeleteObjects"))
# Secrets Manager API Reference, BatchGetSecretValue: secrets that may not be read are told beside the others, and
# filters need the permission to list.
LATER = {("secretsmanager", "BatchGetSecretValue")}

# ARNs that calls are asked on in another form than the reference writes. Logs: as its refusals name log groups.
TEMPLATES = {
    ("logs", "log-group"): "arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:",
    ("events", "rule"): "arn:${Partition}:events:${Region}:${Account}:rule/${RuleName}",
    ("sts", "root-user"): "arn:${Partition}:iam::${TargetAccount}:root",
}

# Source: the ids that EC2's API reference shows.
IDS = {"ec2": {
    "capacity-reservation": "cr", "client-vpn-endpoint": "cvpn-endpoint", "customer-gateway": "cgw",
    "dedicated-host": "h", "dhcp-options": "dopt", "egress-only-internet-gateway": "eigw", "elastic-ip": "eipalloc",
    "fleet": "fleet", "image": "ami", "instance": "i", "internet-gateway": "igw", "ipam": "ipam",
    "ipam-pool": "ipam-pool", "ipam-scope": "ipam-scope", "ipv4pool-ec2": "ipv4pool-ec2",
    "ipv6pool-ec2": "ipv6pool-ec2", "key-pair": "key", "launch-template": "lt", "natgateway": "nat",
    "network-acl": "acl", "network-insights-access-scope": "nis", "network-insights-access-scope-analysis": "nisa",
    "network-insights-analysis": "nia", "network-insights-path": "nip", "network-interface": "eni",
    "placement-group": "pg", "prefix-list": "pl", "route-table": "rtb", "security-group": "sg",
    "security-group-rule": "sgr", "snapshot": "snap", "spot-fleet-request": "sfr", "spot-instances-request": "sir",
    "subnet": "subnet", "subnet-cidr-reservation": "scr", "transit-gateway": "tgw",
    "transit-gateway-attachment": "tgw-attach", "transit-gateway-route-table": "tgw-rtb", "volume": "vol",
    "vpc": "vpc", "vpc-endpoint": "vpce", "vpc-endpoint-service": "vpce-svc", "vpc-flow-log": "fl",
    "vpc-peering-connection": "pcx", "vpn-connection": "vpn", "vpn-gateway": "vgw",
}}

# The members that name a type, whichever the operation.
DEFAULTS = {
    "accessanalyzer": {"analyzer": "analyzerArn|analyzerName", "archiverule": "analyzerName+ruleName"},
    "application-autoscaling": {"scalabletarget": "ServiceNamespace+ResourceId+ScalableDimension|ResourceARN"},
    "autoscaling": {
        "autoscalinggroup": "AutoScalingGroupName|Tags.ResourceId|InstanceId",
        "launchconfiguration": "LaunchConfigurationName",
    },
    "cloudwatch": {"alarm": "AlarmNames|AlarmName", "dashboard": "DashboardNames|DashboardName"},
    "events": {
        "archive": "ArchiveName|EventSourceArn", "replay": "ReplayName", "event-bus": "EventBusName|Name",
        "connection": "Name", "api-destination": "Name", "endpoint": "Name",
    },
    "iam": {
        "user": "UserName|@user", "group": "GroupName", "role": "RoleName", "policy": "PolicyArn",
        "instance-profile": "InstanceProfileName", "mfa": "SerialNumber", "sms-mfa": "SerialNumber",
        "oidc-provider": "OpenIDConnectProviderArn", "saml-provider": "SAMLProviderArn",
        "server-certificate": "ServerCertificateName",
    },
    "kms": {"key": "KeyId|TargetKeyId|CiphertextBlob|AliasName", "alias": "AliasName"},
    "logs": {
        "log-group": "logGroupName|logGroupNames|logGroupIdentifier|logGroupIdentifiers",
        "log-stream": "logGroupName+logStreamName|logGroupIdentifier+logStreamName", "destination": "destinationName",
    },
    "organizations": {
        "account": "AccountId", "organizationalunit": "OrganizationalUnitId", "policy": "PolicyId", "root": "RootId",
        "handshake": "HandshakeId",
    },
    "ram": {
        "resource-share": "resourceShareArn", "resource-share-invitation": "resourceShareInvitationArn",
        "permission": "permissionArn", "customer-managed-permission": "permissionArn",
    },
    "s3": {"bucket": "Bucket", "object": "Bucket+Key"},
    "s3control": {"accesspoint": "Name"},
    "scheduler": {"schedule": "GroupName+Name|'default+Name", "schedule-group": "ResourceArn|Name"},
    "secretsmanager": {"secret": "SecretId|Name"},
    "ssm": {"parameter": "Name|Names|Path"},
    "sns": {"topic": "TopicArn|TargetArn|ResourceArn|SubscriptionArn|Name"},
    "sqs": {"queue": "QueueUrl|SourceArn|QueueOwnerAWSAccountId+QueueName|QueueName"},
    "sts": {"role": "RoleArn", "federated-user": "Name", "root-user": "TargetPrincipal"},
}

# Operations where neither tells it.
ON = {
    ("accessanalyzer", "ApplyArchiveRule"): "analyzer*=analyzerArn",
    ("s3", "DeleteObjects"): "object*=Bucket+Delete.Objects.Key",
    ("cloudwatch", "DescribeAlarmContributors"): "alarm*=AlarmName",
    ("cloudwatch", "GetMetricData"): "",
    ("cloudwatch", "ListMetrics"): "",
    ("cloudwatch", "PutMetricData"): "",
    ("cloudwatch", "PutMetricAlarm"): "alarm*=AlarmName",
    ("ec2", "CreateTags"): "?*=Resources",
    ("ec2", "DeleteTags"): "?*=Resources",
    ("ec2", "CreateVpcPeeringConnection"): "vpc*=VpcId vpc-peering-connection*",
    ("ec2", "CreateTransitGatewayPeeringAttachment"): "transit-gateway*=TransitGatewayId transit-gateway-attachment*",
    ("ec2", "ReleaseAddress"): "elastic-ip*",
    ("ec2", "AssociateAddress"): "elastic-ip* instance network-interface",
    ("ec2", "DisassociateAddress"): "elastic-ip*",
    ("ec2", "DisassociateRouteTable"): "route-table*",
    ("ec2", "DisassociateVpcCidrBlock"): "vpc*",
    ("ec2", "DeleteKeyPair"): "key-pair*=KeyName|KeyPairId",
    ("ec2", "CreateKeyPair"): "key-pair*=KeyName",
    ("ec2", "ImportKeyPair"): "key-pair*=KeyName",
    ("ec2", "CreatePlacementGroup"): "placement-group*=GroupName",
    ("ec2", "DeletePlacementGroup"): "placement-group*=GroupName",
    ("ec2", "RunInstances"): "image* instance* key-pair=KeyName launch-template network-interface* "
                             "placement-group=Placement.GroupName security-group* snapshot subnet* volume*",
    ("events", "CreateEventBus"): "event-bus*=Name",
    ("events", "DeleteEventBus"): "event-bus*=Name",
    ("events", "DescribeEventBus"): "event-bus*=Name|'default",
    ("events", "UpdateEventBus"): "event-bus*=Name|'default",
    ("events", "PutEvents"): "event-bus*=Entries.EventBusName|'default",
    ("events", "CreateArchive"): "archive*=ArchiveName event-bus*=EventSourceArn",
    ("events", "UpdateArchive"): "archive*=ArchiveName",
    ("events", "StartReplay"): "archive*=EventSourceArn event-bus*=Destination.Arn replay*=ReplayName",
    ("iam", "ChangePassword"): "user*=@user",
    ("iam", "CreateUser"): "user*=Path+UserName|UserName",
    ("iam", "CreateGroup"): "group*=Path+GroupName|GroupName",
    ("iam", "CreateRole"): "role*=Path+RoleName|RoleName",
    ("iam", "CreatePolicy"): "policy*=Path+PolicyName|PolicyName",
    ("iam", "CreateInstanceProfile"): "instance-profile*=Path+InstanceProfileName|InstanceProfileName",
    ("iam", "CreateVirtualMFADevice"): "mfa*=Path+VirtualMFADeviceName|VirtualMFADeviceName",
    ("iam", "CreateOpenIDConnectProvider"): "oidc-provider*=Url",
    ("iam", "CreateSAMLProvider"): "saml-provider*=Name",
    ("iam", "UploadServerCertificate"): "server-certificate*=Path+ServerCertificateName|ServerCertificateName",
    ("iam", "CreateServiceLinkedRole"): "role*='aws-service-role+AWSServiceName+'*",
    ("iam", "DeleteVirtualMFADevice"): "any*=SerialNumber",
    ("iam", "GenerateServiceLastAccessedDetails"): "any*=Arn",
    ("iam", "GetAccessKeyLastUsed"): "user*=AccessKeyId",
    ("iam", "GetContextKeysForPrincipalPolicy"): "any*=PolicySourceArn",
    ("iam", "GetServiceLinkedRoleDeletionStatus"): "role*=DeletionTaskId",
    ("iam", "ListPoliciesGrantingServiceAccess"): "any*=Arn",
    ("iam", "SimulatePrincipalPolicy"): "any*=PolicySourceArn",
    ("kms", "ReEncrypt"): "key*=SourceKeyId|CiphertextBlob",
    ("kms", "RetireGrant"): "key*=KeyId|GrantToken",
    ("kms", "UpdateAlias"): "alias*=AliasName key*=TargetKeyId key*=AliasName",
    ("logs", "GetLogRecord"): "log-group*",
    ("logs", "GetQueryResults"): "log-group*",
    ("logs", "PutDestination"): "destination*=destinationName",
    ("logs", "PutSubscriptionFilter"): "any=destinationArn log-group*=logGroupName",
    # Ids tell what they are of, so one token is enough for what may be a root, a unit or an account.
    ("organizations", "AttachPolicy"): "policy*=PolicyId account*=TargetId",
    ("organizations", "CreateOrganizationalUnit"): "organizationalunit*=ParentId",
    ("organizations", "CreatePolicy"): "policy*",
    ("organizations", "DetachPolicy"): "policy*=PolicyId account*=TargetId",
    ("organizations", "InviteAccountToOrganization"): "account=Target.Id",
    ("organizations", "ListAccountsForParent"): "organizationalunit*=ParentId",
    ("organizations", "ListChildren"): "organizationalunit*=ParentId",
    ("organizations", "ListOrganizationalUnitsForParent"): "organizationalunit*=ParentId",
    ("organizations", "ListParents"): "account*=ChildId",
    ("organizations", "ListPoliciesForTarget"): "account*=TargetId",
    ("organizations", "ListTagsForResource"): "account*=ResourceId",
    ("organizations", "MoveAccount"):
        "account*=AccountId organizationalunit*=SourceParentId organizationalunit*=DestinationParentId",
    ("organizations", "TagResource"): "account*=ResourceId",
    ("organizations", "UntagResource"): "account*=ResourceId",
    ("ram", "GetPermission"): "any*=permissionArn",
    ("ram", "TagResource"): "any*=resourceShareArn|resourceArn",
    ("ram", "UntagResource"): "any*=resourceShareArn|resourceArn",
    ("sqs", "CancelMessageMoveTask"): "queue*",
    ("ssm", "AddTagsToResource"): "parameter*=ResourceId",
    ("ssm", "ListTagsForResource"): "parameter*=ResourceId",
    ("ssm", "RemoveTagsFromResource"): "parameter*=ResourceId",
    ("sts", "AssumeRole"): "role*=RoleArn",
}

for _operation in ("DeleteRule", "DescribeRule", "DisableRule", "EnableRule", "PutRule"):
    ON["events", _operation] = "rule*=EventBusName+Name|Name"
for _operation in ("ListTargetsByRule", "PutTargets", "RemoveTargets"):
    ON["events", _operation] = "rule*=EventBusName+Rule|Rule"
for _service, _member in (("accessanalyzer", "resourceArn"), ("cloudwatch", "ResourceARN"), ("events", "ResourceARN"),
                          ("logs", "resourceArn"),
                          ("s3control", "ResourceArn"), ("scheduler", "ResourceArn"),
                          ("application-autoscaling", "ResourceARN")):
    for _operation in ("ListTagsForResource", "TagResource", "UntagResource"):
        ON[_service, _operation] = f"any*={_member}"

# What writing an object needs besides, by the member that asks for it. Source: S3 API Reference, PutObject, CopyObject.
_WRITES = [f"s3:{action} if={member} object*=Bucket+Key" for action, member in (
    ("PutObjectTagging", "Tagging"), ("PutObjectAcl", "ACL"), ("PutObjectAcl", "GrantFullControl"),
    ("PutObjectAcl", "GrantRead"), ("PutObjectAcl", "GrantReadACP"), ("PutObjectAcl", "GrantWriteACP"),
    ("PutObjectRetention", "ObjectLockMode"), ("PutObjectLegalHold", "ObjectLockLegalHoldStatus"))]

# What a call needs besides: roles that it hands on (IAM User Guide, "Granting a user permissions to pass a role"), and
# tags that it gives to what it makes (the operations' pages, and EC2 User Guide, "Grant permission to tag resources
# during creation"). if= names the member that has to be set.
ALSO = {
    ("s3", "CopyObject"): ["s3:GetObject object=CopySource", *_WRITES],
    ("s3", "CreateBucket"): [f"s3:{action} if={member} bucket*=Bucket" for action, member in (
        ("PutBucketAcl", "ACL"), ("PutBucketAcl", "GrantFullControl"), ("PutBucketAcl", "GrantRead"),
        ("PutBucketAcl", "GrantReadACP"), ("PutBucketAcl", "GrantWrite"), ("PutBucketAcl", "GrantWriteACP"),
        ("PutBucketObjectLockConfiguration", "ObjectLockEnabledForBucket"),
        ("PutBucketVersioning", "ObjectLockEnabledForBucket"), ("PutBucketOwnershipControls", "ObjectOwnership"))],
    ("s3", "UploadPartCopy"): ["s3:GetObject object=CopySource"],
    ("s3", "PutObject"): _WRITES,
    ("s3", "CreateMultipartUpload"): _WRITES,
    ("s3control", "CreateAccessPoint"): ["s3:TagResource if=Tags accesspoint*=Name"],
    ("s3", "GetObjectAttributes"): ["s3:GetObject object*=Bucket+Key"],
    ("s3", "PutBucketReplication"): ["iam:PassRole any=ReplicationConfiguration.Role"],
    ("autoscaling", "CreateAutoScalingGroup"): [
        "iam:PassRole any=ServiceLinkedRoleARN|LifecycleHookSpecificationList.RoleARN"],
    ("autoscaling", "CreateLaunchConfiguration"): ["iam:PassRole @profile=IamInstanceProfile"],
    ("autoscaling", "PutLifecycleHook"): ["iam:PassRole any=RoleARN"],
    ("autoscaling", "UpdateAutoScalingGroup"): ["iam:PassRole any=ServiceLinkedRoleARN"],
    ("application-autoscaling", "RegisterScalableTarget"): ["iam:PassRole any=RoleARN"],
    ("ec2", "AssociateIamInstanceProfile"): ["iam:PassRole @profile=IamInstanceProfile.Arn|IamInstanceProfile.Name"],
    ("ec2", "ReplaceIamInstanceProfileAssociation"): [
        "iam:PassRole @profile=IamInstanceProfile.Arn|IamInstanceProfile.Name"],
    ("ec2", "RunInstances"): ["iam:PassRole @profile=IamInstanceProfile.Arn|IamInstanceProfile.Name"],
    ("ec2", "RequestSpotInstances"): [
        "iam:PassRole @profile=LaunchSpecification.IamInstanceProfile.Arn|LaunchSpecification.IamInstanceProfile.Name"],
    ("ec2", "CreateFlowLogs"): ["iam:PassRole any=DeliverLogsPermissionArn"],
    ("events", "PutRule"): ["iam:PassRole any=RoleArn", "events:TagResource if=Tags rule*=EventBusName+Name|Name"],
    ("events", "PutTargets"): ["iam:PassRole any=Targets.RoleArn"],
    ("iam", "AddRoleToInstanceProfile"): ["iam:PassRole role=RoleName"],
    ("iam", "CreateInstanceProfile"): [
        "iam:TagInstanceProfile if=Tags instance-profile*=Path+InstanceProfileName|InstanceProfileName"],
    ("iam", "CreatePolicy"): ["iam:TagPolicy if=Tags policy*=Path+PolicyName|PolicyName"],
    ("iam", "CreateRole"): ["iam:TagRole if=Tags role*=Path+RoleName|RoleName"],
    ("iam", "CreateUser"): ["iam:TagUser if=Tags user*=Path+UserName|UserName"],
    ("kms", "CreateKey"): ["kms:TagResource if=Tags key*"],
    ("kms", "ReEncrypt"): ["kms:ReEncryptTo key*=DestinationKeyId"],
    ("organizations", "CreateAccount"): ["organizations:TagResource if=Tags account*"],
    ("organizations", "InviteAccountToOrganization"): ["organizations:TagResource if=Tags account*"],
    ("organizations", "CreateOrganizationalUnit"): ["organizations:TagResource if=Tags organizationalunit*"],
    ("organizations", "CreatePolicy"): ["organizations:TagResource if=Tags policy*"],
    ("logs", "CreateLogGroup"): ["logs:TagResource if=tags log-group*=logGroupName"],
    ("logs", "PutSubscriptionFilter"): ["iam:PassRole any=roleArn"],
    ("logs", "PutDestination"): ["iam:PassRole any=roleArn"],
    ("scheduler", "CreateSchedule"): ["iam:PassRole any=Target.RoleArn"],
    ("scheduler", "UpdateSchedule"): ["iam:PassRole any=Target.RoleArn"],
    ("secretsmanager", "BatchGetSecretValue"): ["secretsmanager:ListSecrets if=Filters any*"],
    ("secretsmanager", "CreateSecret"): ["secretsmanager:TagResource if=Tags secret*=Name"],
    ("secretsmanager", "RotateSecret"): ["lambda:InvokeFunction any=RotationLambdaARN"],
    ("ssm", "PutParameter"): ["ssm:AddTagsToResource if=Tags parameter*=Name"],
    ("sts", "AssumeRole"): [
        "sts:TagSession if=Tags role*=RoleArn", "sts:SetSourceIdentity if=SourceIdentity role*=RoleArn"],
    ("sts", "GetWebIdentityToken"): ["sts:TagGetWebIdentityToken if=Tags any*"],
    ("sns", "CreateTopic"): ["sns:TagResource if=Tags topic*=Name"],
    ("sqs", "CreateQueue"): ["sqs:TagQueue if=tags queue*=QueueName"],
}
